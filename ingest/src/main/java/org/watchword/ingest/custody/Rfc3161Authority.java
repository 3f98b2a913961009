package org.watchword.ingest.custody;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** An authority that is asked over HTTP (RFC 3161, 3.4). It gets a digest and a random number, and nothing else. */
public final class Rfc3161Authority implements TimestampAuthority {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int MAX_ANSWER = 256 << 10;
    private static final int NONCE_BITS = 64;

    private final URI address;
    private final HttpClient http;
    private final SecureRandom random = new SecureRandom();

    /** @param address http or https; redirects are not followed */
    public Rfc3161Authority(URI address) {
        this.address = address;
        this.http = HttpClient.newBuilder()
                .connectTimeout(TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public String address() {
        return address.toString();
    }

    @Override
    public byte[] stamp(String sha256) throws IOException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        TimeStampRequest request = generator.generate(
                TSPAlgorithms.SHA256, HexFormat.of().parseHex(sha256), new BigInteger(NONCE_BITS, random));
        byte[] answer = post(request.getEncoded());
        try {
            // Nonce, digest and policy are those asked for.
            new TimeStampResponse(answer).validate(request);
        } catch (TSPException e) {
            throw new IOException(address + " answered what was not asked for: " + e.getMessage(), e);
        }
        Timestamp.open(answer, sha256).time();
        return answer;
    }

    private byte[] post(byte[] query) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(query))
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] answer = body.readNBytes(MAX_ANSWER + 1);
                if (response.statusCode() != 200) {
                    throw new IOException(address + " answered " + response.statusCode());
                }
                if (answer.length > MAX_ANSWER) {
                    throw new IOException(address + " answered with more than " + MAX_ANSWER + " bytes");
                }
                return answer;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + address, e);
        }
    }
}
