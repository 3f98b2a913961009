package org.watchword.ingest.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on loopback that answers byte by byte as told, however wrong that is; what is not there answers 404. */
public final class RawServer implements AutoCloseable {

    /** Writes whatever it wants; the connection is closed after. */
    public interface Answer {
        void to(OutputStream out) throws IOException;
    }

    /** Request heads, one character per byte. */
    public final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    private final Map<String, Answer> pages = new ConcurrentHashMap<>();
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    public RawServer() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    public int port() {
        return server.getLocalPort();
    }

    public RawServer on(String path, Answer answer) {
        pages.put(path, answer);
        return this;
    }

    /** Answers with these bytes, one per character. */
    public RawServer on(String path, String bytes) {
        return on(path, out -> out.write(latin(bytes)));
    }

    public RawServer html(String path, String html) {
        return on(
                path,
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + html.length() + "\r\n\r\n" + html);
    }

    /** Writes the same again and again until the client hangs up. */
    public static Answer endless(String start, String again) {
        return out -> {
            out.write(latin(start));
            byte[] more = latin(again.repeat(Math.max(1, 8192 / again.length())));
            while (!Thread.currentThread().isInterrupted()) {
                out.write(more);
            }
        };
    }

    /** Writes one byte every 50 ms. */
    public static Answer drip(String bytes) {
        return out -> {
            for (byte b : latin(bytes)) {
                out.write(b);
                out.flush();
                java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            }
        };
    }

    public static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String head = head(socket.getInputStream());
            if (head.isEmpty()) {
                return;
            }
            requests.add(head);
            String path = head.split(" ", 3)[1];
            pages.getOrDefault(path, out -> out.write(latin("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")))
                    .to(socket.getOutputStream());
        } catch (IOException e) {
            // The client has hung up, as it should on most of what is sent here.
            return;
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int b;
        while ((b = in.read()) >= 0) {
            head.write(b);
            String text = head.toString(StandardCharsets.ISO_8859_1);
            if (text.endsWith("\r\n\r\n")) {
                return text;
            }
        }
        return "";
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
