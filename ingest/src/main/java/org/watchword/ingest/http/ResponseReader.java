package org.watchword.ingest.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.http.Fetched.Failed;

/** Reads one response within limits. */
final class ResponseReader {

    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);

    private final FetchLimits limits;
    private final long maxBytes;
    private final boolean cut;
    private final InstantSource clock;
    private final Instant began;
    private boolean unread = true;

    /**
     * Made just before the request is sent.
     *
     * @param cut whether a body longer than {@code maxBytes} is cut there, not refused
     */
    ResponseReader(FetchLimits limits, long maxBytes, boolean cut, InstantSource clock) {
        this.cut = cut;
        this.limits = limits;
        this.maxBytes = maxBytes;
        this.clock = clock;
        this.began = clock.instant();
    }

    Fetched read(HttpClientContext context, ClassicHttpResponse response, HttpGet get) throws IOException {
        int status = response.getCode();
        String location = value(response, "Location");
        return switch (status) {
            case 200, 203 -> body(context, response, get);
            case 304 -> {
                unread = false; // a 304 has no body
                Instant at = clock.instant();
                yield new Fetched.NotModified(
                        requestHead(sent(context, get)),
                        responseHead(response),
                        address(context),
                        at,
                        Duration.between(began, at));
            }
            case 301, 302, 303, 307, 308 ->
                location == null
                        ? new Failed("http-" + status, "a redirect without Location", false, null)
                        : new Fetched.Redirect(status, location);
            case 404 -> new Failed("not-found", "404 Not Found", false, null);
            case 410 -> new Failed("gone", "410 Gone", false, null);
            default ->
                new Failed(
                        "http-" + status,
                        (status + " " + response.getReasonPhrase()).strip(),
                        status >= 500 || status == 429 || status == 408,
                        retryAfter(response));
        };
    }

    /** Whether part of the response has not been read. */
    boolean leftUnread() {
        return unread;
    }

    private Fetched body(HttpClientContext context, ClassicHttpResponse response, HttpGet get) throws IOException {
        Instant at = clock.instant();
        HttpEntity entity = response.getEntity();
        long declared = entity == null ? 0 : entity.getContentLength();
        if (declared > maxBytes && !cut) {
            return new Failed(
                    "too-large", declared + " bytes announced, at most " + maxBytes + " are taken", false, null);
        }
        ByteArrayOutputStream received = new ByteArrayOutputStream(1 << 16);
        if (entity != null) {
            InputStream in = entity.getContent();
            byte[] buffer = new byte[1 << 14];
            int n;
            while ((n = in.read(buffer)) >= 0) {
                int room = (int) Math.min(n, maxBytes - received.size());
                received.write(buffer, 0, room);
                if (room < n && cut) {
                    break;
                }
                if (room < n) {
                    return new Failed("too-large", "more than " + maxBytes + " bytes", false, null);
                }
            }
            unread = n >= 0;
        } else {
            unread = false;
        }
        byte[] bytes = received.toByteArray();
        try {
            byte[] payload = cut
                    ? ContentDecoding.start(bytes, codings(response), (int) maxBytes)
                    : ContentDecoding.decode(
                            bytes, codings(response), limits.maxDecompressedBytes(), limits.maxRatio());
            return new Fetched.Body(
                    requestHead(sent(context, get)),
                    responseHead(response),
                    bytes,
                    payload,
                    value(response, "Content-Type"),
                    value(response, "ETag"),
                    value(response, "Last-Modified"),
                    values(response, "X-Robots-Tag"),
                    address(context),
                    at,
                    Duration.between(began, clock.instant()));
        } catch (UndecodableException e) {
            return new Failed(e.code(), String.valueOf(e.getMessage()), false, null);
        }
    }

    private static HttpRequest sent(HttpClientContext context, HttpGet get) {
        return context.getRequest() == null ? get : context.getRequest();
    }

    private static byte[] requestHead(HttpRequest request) {
        StringBuilder head = new StringBuilder();
        head.append(request.getMethod())
                .append(' ')
                .append(request.getRequestUri())
                .append(" HTTP/1.1\r\n");
        for (Header header : request.getHeaders()) {
            head.append(header.getName()).append(": ").append(header.getValue()).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] responseHead(ClassicHttpResponse response) {
        StringBuilder head = new StringBuilder();
        head.append(response.getVersion())
                .append(' ')
                .append(response.getCode())
                .append(' ');
        head.append(response.getReasonPhrase() == null ? "" : response.getReasonPhrase())
                .append("\r\n");
        for (Header header : response.getHeaders()) {
            if (header.getName().equalsIgnoreCase("Transfer-Encoding")) {
                head.append("X-Archive-Orig-Transfer-Encoding: ")
                        .append(header.getValue())
                        .append("\r\n");
            } else {
                // The header's own text, as received, spelling and spaces included.
                head.append(header).append("\r\n");
            }
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static @Nullable String codings(ClassicHttpResponse response) {
        StringBuilder all = new StringBuilder();
        for (Header header : response.getHeaders("Content-Encoding")) {
            all.append(all.isEmpty() ? "" : ",").append(header.getValue());
        }
        return all.isEmpty() ? null : all.toString();
    }

    private static @Nullable String value(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null || header.getValue() == null || header.getValue().isEmpty() ? null : header.getValue();
    }

    private static List<String> values(ClassicHttpResponse response, String name) {
        return Arrays.stream(response.getHeaders(name))
                .map(Header::getValue)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable String address(HttpClientContext context) {
        EndpointDetails endpoint = context.getEndpointDetails();
        if (endpoint != null
                && endpoint.getRemoteAddress() instanceof InetSocketAddress remote
                && remote.getAddress() != null) {
            return remote.getAddress().getHostAddress();
        }
        return null;
    }

    /** Seconds or an HTTP date (RFC 9110, 10.2.3). */
    private @Nullable Duration retryAfter(ClassicHttpResponse response) {
        String value = value(response, "Retry-After");
        if (value == null) {
            return null;
        }
        if (value.strip().matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value.strip()));
        }
        String date = value.strip();
        // The library reads all but the oldest of the three forms of a date (RFC 9110, 5.6.7).
        Instant until = date.endsWith(" GMT") ? DateUtils.parseStandardDate(date) : asctime(date);
        if (until == null) {
            return null;
        }
        Duration wait = Duration.between(clock.instant(), until);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private static @Nullable Instant asctime(String date) {
        try {
            return LocalDateTime.parse(date, ASCTIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
