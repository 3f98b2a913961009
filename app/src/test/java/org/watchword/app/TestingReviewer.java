package org.watchword.app;

import java.io.IOException;
import java.net.CookieManager;
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

/** Somebody who opens a statement at the desk and sends its form. */
final class TestingReviewer {

    private static final Pattern HIDDEN = Pattern.compile("name=\"(form|basedOn)\" value=\"([^\"]*)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String desk;

    TestingReviewer(int port) {
        this.desk = "http://localhost:" + port;
    }

    /** The status of the answer. */
    int decide(String statementId, Map<String, String> fields) throws IOException, InterruptedException {
        URI page = URI.create(desk + "/statements/" + statementId);
        TreeMap<String, String> all = new TreeMap<>();
        Matcher hidden =
                HIDDEN.matcher(client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                        .body());
        while (hidden.find()) {
            all.put(hidden.group(1), hidden.group(2));
        }
        all.putAll(fields);
        String body = all.entrySet().stream()
                .map(e -> e.getKey() + '=' + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return client.send(
                        HttpRequest.newBuilder(URI.create(page + "/review"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
