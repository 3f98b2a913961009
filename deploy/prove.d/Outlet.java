import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Serves the sample outlet on loopback, for a fetcher in the same network namespace: java Outlet.java FOLDER PORT. */
public final class Outlet {

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]).toRealPath();
        int port = Integer.parseInt(arguments[1]);
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/", exchange -> {
            Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1)).normalize();
            Path page = Files.isDirectory(file) ? file.resolve("index.html") : file;
            boolean found = page.startsWith(folder) && Files.isRegularFile(page);
            String name = page.getFileName().toString();
            byte[] body = found ? Files.readAllBytes(page) : new byte[0];
            if (name.endsWith(".html") || name.endsWith(".xml") || name.endsWith(".txt")) {
                // Byte for byte, so that a page in another encoding stays as it is.
                body = new String(body, StandardCharsets.ISO_8859_1)
                        .replace("@BASE@", "http://127.0.0.1:" + port)
                        .getBytes(StandardCharsets.ISO_8859_1);
            }
            exchange.getResponseHeaders()
                    .set("Content-Type", name.endsWith(".xml") ? "application/xml" : name.endsWith(".txt") ? "text/plain" : "text/html");
            exchange.sendResponseHeaders(found ? 200 : 404, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }
}
