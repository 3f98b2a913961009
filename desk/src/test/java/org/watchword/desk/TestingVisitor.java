package org.watchword.desk;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser that keeps cookies, sends forms with what is hidden in them, and follows nothing. */
final class TestingVisitor {

    private static final Pattern HIDDEN = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String desk;
    private final Map<String, String> cookies = new TreeMap<>();
    private String form = "";

    TestingVisitor(int port) {
        this.desk = "http://127.0.0.1:" + port;
    }

    Map<String, String> cookies() {
        return cookies;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(desk + path)), headers);
    }

    /** Sends the form of the page seen last. */
    HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("form", form);
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(URI.create(desk + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", desk)
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                headers);
    }

    /** As a script of the desk's own calls the API. */
    HttpResponse<String> call(String path, String json, String form) {
        return send(HttpRequest.newBuilder(URI.create(desk + path))
                .header("Content-Type", "application/json")
                .header("X-Watchword-Form", form)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<String> signIn(String name, String password) {
        get("/sign-in");
        return post("/sign-in", Map.of("name", name, "password", password, "to", "/status"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(c -> c.getKey() + '=' + c.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            Matcher hidden = HIDDEN.matcher(answer.body());
            if (hidden.find()) {
                form = hidden.group(1);
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
