package org.watchword.desk.dispatch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.digest.Digest;
import tools.jackson.databind.json.JsonMapper;

/** Posts a digest as JSON. The same issue carries the same {@code Idempotency-Key} however often it is sent. Follows no redirect. */
public final class WebhookSender {

    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    private final HttpClient client;
    private final Duration timeout;
    private final JsonMapper json = JsonMapper.shared();

    /** @param timeout to connect, and for the whole answer */
    public WebhookSender(Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Posts it.
     *
     * @param token sent as a bearer token
     * @throws DispatchException when the address cannot be reached or does not answer 2xx
     */
    public void send(Digest digest, URI address, Optional<String> token) throws DispatchException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Watchword")
                .header("Idempotency-Key", digest.id() + '/' + digest.number() + '/' + digest.to())
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(digest), StandardCharsets.UTF_8));
        token.ifPresent(t -> request.header("Authorization", "Bearer " + t));
        // The path may be a secret.
        String place = address.getScheme() + "://" + address.getRawAuthority();
        try {
            int status = client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status < 200 || status > 299) {
                throw new DispatchException(
                        "the webhook at " + place + " answered HTTP " + status,
                        status < 500 && !PASSING.contains(status),
                        null);
            }
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new DispatchException("the webhook at " + place + " cannot be reached: " + why, false, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DispatchException("interrupted", false, e);
        }
    }
}
