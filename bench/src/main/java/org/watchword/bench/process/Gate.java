package org.watchword.bench.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One address in front of a server that may change its port with each start. What passes can be cut off, held back, throttled, or swallowed
 * while the connection seems to be there.
 */
public final class Gate implements AutoCloseable {

    private static final int CHUNK = 16 << 10;
    private static final int CONNECT_MILLIS = 2_000;

    private final ServerSocket socket;
    private final Set<Passage> open = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile boolean shut;
    private volatile long delayMillis;
    private volatile int bytesPerSecond = Integer.MAX_VALUE;
    private final AtomicLong passed = new AtomicLong();

    public Gate() throws IOException {
        socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Bytes that went through so far, both ways. */
    public long passed() {
        return passed.get();
    }

    /** Where connections go from now on. */
    public void leadTo(int port) {
        target = port;
    }

    /** Breaks every connection off, and all that are tried until {@link #heal}. */
    public void shut() {
        shut = true;
        breakAll();
    }

    /** Holds every packet back for so long. */
    public void delay(Duration delay) {
        delayMillis = delay.toMillis();
    }

    /** Lets so many bytes a second through, each way of each connection. */
    public void throttle(int bytes) {
        bytesPerSecond = bytes;
    }

    /**
     * Half-open: what is sent on the connections there are now goes nowhere, though neither side is told. New connections are served.
     */
    public void silence() {
        open.forEach(passage -> passage.silent = true);
    }

    /** Ends whatever was done to those that pass; connections that were silenced stay so until their ends give up. */
    public void heal() {
        shut = false;
        delayMillis = 0;
        bytesPerSecond = Integer.MAX_VALUE;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        breakAll();
    }

    private void breakAll() {
        open.forEach(Passage::breakOff);
        open.clear();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                if (shut || target == 0) {
                    reset(caller);
                } else {
                    daemon(() -> connect(caller));
                }
            } catch (IOException e) {
                // Closed: the loop ends.
            }
        }
    }

    private void connect(Socket caller) {
        Socket server = new Socket();
        Passage passage = new Passage(caller, server);
        open.add(passage);
        try {
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
            caller.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            daemon(() -> pour(passage, caller, server));
            pour(passage, server, caller);
        } catch (IOException e) {
            // Nobody behind the gate: the caller hears of it by the connection's end.
            passage.breakOff();
            open.remove(passage);
        }
    }

    private void pour(Passage passage, Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int read = in.read(chunk, 0, portion());
            while (read >= 0) {
                slow(read);
                passed.addAndGet(read);
                if (!passage.silent) {
                    out.write(chunk, 0, read);
                }
                read = in.read(chunk, 0, portion());
            }
        } catch (IOException e) {
            // One side hung up; the other is told below.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            passage.breakOff();
            open.remove(passage);
        }
    }

    /** Small pieces where little passes, so that a change of mind is felt soon. */
    private int portion() {
        return Math.max(64, Math.min(CHUNK, bytesPerSecond / 10));
    }

    private void slow(int bytes) throws InterruptedException {
        int rate = bytesPerSecond;
        long throttled = rate == Integer.MAX_VALUE ? 0 : bytes * 1000L / rate;
        long wait = delayMillis + throttled;
        if (wait > 0) {
            TimeUnit.MILLISECONDS.sleep(wait);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // It is gone.
        }
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "gate");
        thread.setDaemon(true);
        thread.start();
    }

    /** A connection through the gate. */
    private static final class Passage {

        private final Socket caller;
        private final Socket server;
        private volatile boolean silent;

        Passage(Socket caller, Socket server) {
            this.caller = caller;
            this.server = server;
        }

        void breakOff() {
            reset(caller);
            reset(server);
        }
    }
}
