package org.watchword.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One address in front of a server that changes its port with each start. Shut, it hangs up on whoever calls. */
final class TestingGate implements AutoCloseable {

    private final ServerSocket socket;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int target;

    TestingGate() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    void leadTo(int port) {
        target = port;
    }

    void shut() {
        target = 0;
        open.forEach(TestingGate::hangUp);
        open.clear();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        shut();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                if (target == 0) {
                    hangUp(caller);
                } else {
                    connect(caller);
                }
            } catch (IOException e) {
                // Closed, or nobody behind the gate: the caller hears of it by the connection's end.
            }
        }
    }

    private void connect(Socket caller) throws IOException {
        open.add(caller);
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(server);
            daemon(() -> pour(caller, server));
            daemon(() -> pour(server, caller));
        } catch (IOException e) {
            hangUp(caller);
            throw e;
        }
    }

    private void pour(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException e) {
            // The other side hung up.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void hangUp(Socket socket) {
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
}
