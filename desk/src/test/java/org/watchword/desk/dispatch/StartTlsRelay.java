package org.watchword.desk.dispatch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Stands before a mail server that knows no STARTTLS: speaks RFC 3207 up to the handshake, then hands every byte on, decrypted. What a
 * client says before that, but for its greeting, is kept: a password would be among it.
 */
final class StartTlsRelay implements Closeable {

    private final ServerSocket listener;
    private final SSLContext context;
    private final int server;
    private final boolean offers;
    private final List<String> unprotected = new CopyOnWriteArrayList<>();

    /** @param offers whether it says that it can encrypt */
    StartTlsRelay(SSLContext context, int server, boolean offers) throws IOException {
        this.listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.context = context;
        this.server = server;
        this.offers = offers;
        Thread thread = new Thread(this::accept, "starttls");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    List<String> unprotected() {
        return unprotected;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept();
                    Socket behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
                talk(client, behind);
            } catch (IOException e) {
                // The client ended it; it tells why.
                unprotected.remove("");
            }
        }
    }

    private void talk(Socket client, Socket behind) throws IOException {
        say(client, line(behind.getInputStream()));
        for (String said = line(client.getInputStream()); !said.isEmpty(); said = line(client.getInputStream())) {
            if (said.startsWith("EHLO")) {
                say(client, offers ? "250-localhost\r\n250 STARTTLS" : "250 localhost");
            } else if (said.equals("STARTTLS")) {
                say(client, "220 go ahead");
                SSLSocket safe = (SSLSocket) context.getSocketFactory().createSocket(client, null, false);
                safe.setUseClientMode(false);
                pipe(safe, behind);
                return;
            } else {
                unprotected.add(said);
                say(client, said.equals("QUIT") ? "221 bye" : "530 Must issue a STARTTLS command first");
            }
        }
    }

    private static void pipe(Socket client, Socket behind) throws IOException {
        Thread answers = new Thread(() -> {
            try (OutputStream out = client.getOutputStream()) {
                behind.getInputStream().transferTo(out);
            } catch (IOException e) {
                Thread.currentThread().interrupt();
            }
        });
        answers.setDaemon(true);
        answers.start();
        client.getInputStream().transferTo(behind.getOutputStream());
    }

    private static void say(Socket to, String words) throws IOException {
        to.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
