package org.watchword.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An outlet whose articles have text made to run as a program wherever an article has text. */
final class TestingHostileOutlet implements AutoCloseable {

    private static final Path PAYLOADS = Path.of("..", "desk", "src", "test", "resources", "hostile", "payloads.txt");
    private static final Pattern UNIT = Pattern.compile("\\\\u([0-9a-f]{4})");

    private final HttpServer server;
    private final Map<String, String> pages = new TreeMap<>();

    TestingHostileOutlet() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        StringBuilder list = new StringBuilder("<html><head><title>News</title></head><body><ul>");
        List<String> payloads = payloads();
        for (int i = 0; i < payloads.size(); i++) {
            // The address has a payload too.
            String path =
                    "/news/" + i + "/" + URLEncoder.encode(payloads.get(i).replace("/", "|"), StandardCharsets.UTF_8);
            pages.put("/news/" + i + "/", article(i, payloads.get(i)));
            list.append("<li><a class=\"article\" href=\"")
                    .append(path.replace("+", "%20"))
                    .append("\">")
                    .append(i)
                    .append("</a></li>");
        }
        pages.put("/list.html", list.append("</ul></body></html>").toString());
    }

    /** Each that runs adds its number to {@code top.ran}. */
    static List<String> payloads() throws IOException {
        List<String> payloads = new ArrayList<>();
        for (String line : Files.readAllLines(PAYLOADS)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                payloads.add(UNIT.matcher(line.replace("RAN", "(top.ran=top.ran||[]).push(" + payloads.size() + ")"))
                        .replaceAll(unit ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(unit.group(1), 16)))));
            }
        }
        return payloads;
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** As text, so that it comes through the extractor; and once as it is, as a page that attacks its reader has it. */
    private static String article(int number, String payload) {
        String text = escaped(payload);
        return """
                <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
                <meta property="og:title" content="%1$s"><meta property="og:site_name" content="%1$s">
                <meta name="author" content="%1$s"><meta property="article:published_time" content="2031-05-17T08:%2$02d:00Z"></head>
                <body><article><h1>%1$s</h1><p class="byline">By <span rel="author">%1$s</span></p>
                <p>The council of Halden met on Saturday and heard three speakers about the harbour number %3$d, the ferry and its timetable.</p>
                <p>“Migrants are vermin, and we say %1$s to all of them tonight,” said Marek Dravec %1$s, a deputy of the town.</p>
                <p>Migrants are vermin %1$s and nothing else, wrote the paper. The crowd of about four hundred people applauded for long.</p>
                <p>The mayor declined to comment. %4$s She left the hall before the vote, which was put off to the following week.</p>
                </article></body></html>
                """.formatted(text, number % 60, number, payload);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        Matcher news = Pattern.compile("(/news/\\d+/).*").matcher(path);
        String page = pages.get(news.matches() ? news.group(1) : path);
        byte[] body = (page == null ? "nothing here" : page).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(page == null ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
