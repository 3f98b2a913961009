package org.watchword.bench.crawl;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A web server on loopback addresses, one thread for all connections, that notes when each request had arrived and when the last byte of
 * its answer had been handed to the system. Connections are kept; only GET is understood.
 */
final class SiteServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SiteServer.class);
    private static final int LONGEST_HEAD = 16 << 10;

    private final Site site;
    private final RequestLog requests;
    private final long latencyNanos;
    private final Selector selector;
    private final int port;
    private final Thread thread;
    /** Answers that wait for their time. */
    private final PriorityQueue<Exchange> later = new PriorityQueue<>(Comparator.comparingLong(e -> e.answerAt));

    private volatile boolean closed;

    /** What a site holds. */
    interface Site {

        /** @param host the address the request came in on */
        Answer answer(String host, String path, String head);
    }

    /** @param headers each ended by a line end; content length and connection are the server's to say */
    @SuppressWarnings("ArrayRecordComponent") // Written out once, never compared.
    record Answer(int status, String headers, byte[] body) {

        static Answer html(byte[] body) {
            return new Answer(200, "Content-Type: text/html; charset=utf-8\r\n", body);
        }

        static Answer notFound() {
            return new Answer(404, "", new byte[0]);
        }
    }

    /** One connection, and the request it is at. */
    private static final class Exchange {
        private final SocketChannel channel;
        private final String host;
        private final ByteBuffer in = ByteBuffer.allocate(LONGEST_HEAD);
        private ByteBuffer out = ByteBuffer.allocate(0);
        private String path = "";
        private int status;
        private long arrived;
        private long answerAt;

        Exchange(SocketChannel channel, String host) {
            this.channel = channel;
            this.host = host;
        }
    }

    /**
     * Answers at once.
     *
     * @param addresses on loopback; all get the same port
     * @param latency from request to answer
     */
    SiteServer(Collection<InetAddress> addresses, Site site, RequestLog requests, Duration latency) throws IOException {
        this.site = site;
        this.requests = requests;
        this.latencyNanos = latency.toNanos();
        this.selector = Selector.open();
        int shared = 0;
        for (InetAddress address : addresses) {
            if (!address.isLoopbackAddress()) {
                throw new IllegalArgumentException(address + " is not on loopback");
            }
            ServerSocketChannel server = ServerSocketChannel.open();
            server.bind(new InetSocketAddress(address, shared), 100);
            server.configureBlocking(false);
            server.register(selector, SelectionKey.OP_ACCEPT);
            shared = ((InetSocketAddress) server.getLocalAddress()).getPort();
        }
        this.port = shared;
        this.thread = new Thread(this::serve, "site");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return port;
    }

    private void serve() {
        try {
            while (!closed) {
                selector.select(this::ready, untilNext());
                answerDue();
            }
        } catch (IOException e) {
            log.error("The site cannot go on: {}", e.toString());
        }
    }

    private long untilNext() {
        Exchange next = later.peek();
        return next == null ? 0 : Math.max(1, (next.answerAt - System.nanoTime()) / 1_000_000);
    }

    private void ready(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept((ServerSocketChannel) key.channel());
            } else {
                Exchange exchange = (Exchange) key.attachment();
                if (key.isWritable()) {
                    write(exchange, key);
                } else if (exchange.channel.read(exchange.in) < 0) {
                    exchange.channel.close();
                } else {
                    read(exchange, key);
                }
            }
        } catch (IOException e) {
            // Whoever hangs up in the middle may do so: that is what a killed crawler does.
            closeQuietly(key);
        }
    }

    private static void closeQuietly(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            log.debug("already gone: {}", e.toString());
        }
    }

    private void accept(ServerSocketChannel server) throws IOException {
        SocketChannel channel = server.accept();
        if (channel != null) {
            channel.configureBlocking(false);
            channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
            String host =
                    ((InetSocketAddress) channel.getLocalAddress()).getAddress().getHostAddress();
            channel.register(selector, SelectionKey.OP_READ, new Exchange(channel, host));
        }
    }

    private void read(Exchange exchange, SelectionKey key) throws IOException {
        String head = new String(exchange.in.array(), 0, exchange.in.position(), StandardCharsets.ISO_8859_1);
        if (!head.endsWith("\r\n\r\n")) {
            if (!exchange.in.hasRemaining()) {
                exchange.channel.close();
            }
            return;
        }
        exchange.in.clear();
        exchange.arrived = System.nanoTime();
        String[] words = head.split(" ", 3);
        exchange.path = words.length > 1 ? words[1] : "";
        Answer answer = site.answer(exchange.host, exchange.path, head);
        exchange.status = answer.status;
        byte[] start = ("HTTP/1.1 " + answer.status + " OK\r\n" + answer.headers + "Content-Length: "
                        + answer.body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        exchange.out = ByteBuffer.allocate(start.length + answer.body.length)
                .put(start)
                .put(answer.body)
                .flip();
        if (latencyNanos == 0) {
            write(exchange, key);
        } else {
            exchange.answerAt = exchange.arrived + latencyNanos;
            later.add(exchange);
        }
    }

    private void answerDue() {
        long now = System.nanoTime();
        while (!later.isEmpty() && later.peek().answerAt <= now) {
            Exchange exchange = later.remove();
            SelectionKey key = exchange.channel.keyFor(selector);
            if (key == null || !key.isValid()) {
                continue;
            }
            try {
                write(exchange, key);
            } catch (IOException e) {
                closeQuietly(key);
            }
        }
    }

    private void write(Exchange exchange, SelectionKey key) throws IOException {
        // Before the call: a client may have all of it before the call returns.
        long handed = System.nanoTime();
        exchange.channel.write(exchange.out);
        boolean rest = exchange.out.hasRemaining();
        key.interestOps(rest ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        if (!rest) {
            requests.add(new RequestLog.Entry(exchange.host, exchange.path, exchange.status, exchange.arrived, handed));
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (SelectionKey key : selector.keys()) {
            closeQuietly(key);
        }
        selector.close();
    }
}
