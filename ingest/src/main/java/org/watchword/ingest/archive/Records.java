package org.watchword.ingest.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.netpreserve.jwarc.Warcinfo;
import org.watchword.model.ContentHash;

/** Makes the WARC records of one file. */
final class Records {

    private static final MediaType HTTP_RESPONSE = MediaType.parse("application/http;msgtype=response");
    private static final MediaType HTTP_REQUEST = MediaType.parse("application/http;msgtype=request");
    private static final MediaType FIELDS = MediaType.parse("application/warc-fields");

    private final String infoId;

    /** @param infoId the file's {@code warcinfo}, which every record names */
    Records(String infoId) {
        this.infoId = infoId;
    }

    static String newId() {
        return "urn:uuid:" + UUID.randomUUID();
    }

    static Draft info(String fileName, Instant at, String id, String software) throws IOException {
        byte[] fields = ("software: " + software + "\r\n"
                        + "format: WARC File Format 1.1\r\n"
                        + "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n")
                .getBytes(StandardCharsets.UTF_8);
        return Draft.of(
                new Warcinfo.Builder()
                        .version(MessageVersion.WARC_1_1)
                        .setHeader("WARC-Record-ID", bracketed(id))
                        .date(at)
                        .filename(fileName)
                        .setHeader("WARC-Block-Digest", sha256(fields))
                        .body(FIELDS, fields)
                        .build(),
                null);
    }

    /** The records of an exchange, the response first. */
    List<Draft> exchange(CapturedExchange exchange) throws IOException {
        String digest = sha256(exchange.body());
        String id = newId();
        WarcResponse.Builder response = started(new WarcResponse.Builder(exchange.url()), exchange, id)
                .setHeader("WARC-Payload-Digest", digest);
        if (exchange.truncated() != null) {
            response = response.truncated(exchange.truncated());
        }
        byte[] block = joined(exchange.responseHead(), exchange.body());
        return concurrent(
                exchange,
                response.body(HTTP_RESPONSE, block).setHeader("WARC-Block-Digest", sha256(block)),
                digest,
                exchange.payloadSha256());
    }

    /** The records of an exchange that brought a payload which the archive holds already. */
    List<Draft> samePayload(CapturedExchange exchange, WrittenRecord original) throws IOException {
        // WARC 1.1, 6.7.2: the headers are kept, and that the payload is left out is said by WARC-Truncated.
        return revisit(exchange, original, WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1, WarcTruncationReason.LENGTH);
    }

    /** The records of an exchange that was answered by 304. */
    List<Draft> notModified(CapturedExchange exchange, WrittenRecord original) throws IOException {
        return revisit(exchange, original, WarcRevisit.SERVER_NOT_MODIFIED_1_1, null);
    }

    private List<Draft> revisit(
            CapturedExchange exchange, WrittenRecord original, URI profile, @Nullable WarcTruncationReason truncated)
            throws IOException {
        WarcRevisit.Builder revisit = started(new WarcRevisit.Builder(exchange.url(), profile), exchange, newId())
                .refersTo(original.uri(), String.valueOf(original.url()), original.at());
        if (truncated != null) {
            revisit = revisit.truncated(truncated);
        }
        String digest = sha256(original.received());
        byte[] head = exchange.responseHead();
        return concurrent(
                exchange,
                revisit.setHeader("WARC-Payload-Digest", digest)
                        .body(HTTP_RESPONSE, head)
                        .setHeader("WARC-Block-Digest", sha256(head)),
                digest,
                null);
    }

    private <R extends WarcCaptureRecord, B extends WarcCaptureRecord.AbstractBuilder<R, B>> B started(
            B builder, CapturedExchange exchange, String id) throws IOException {
        B started = builder.version(MessageVersion.WARC_1_1)
                .setHeader("WARC-Record-ID", bracketed(id))
                .date(exchange.at())
                .setHeader("WARC-Warcinfo-ID", bracketed(infoId));
        return exchange.ipAddress() == null ? started : started.ipAddress(InetAddress.getByName(exchange.ipAddress()));
    }

    private <R extends WarcCaptureRecord, B extends WarcCaptureRecord.AbstractBuilder<R, B>> List<Draft> concurrent(
            CapturedExchange exchange, B capture, String digest, @Nullable String payloadSha256) throws IOException {
        R record = capture.build();
        URI id = record.id();
        List<Draft> drafts = new ArrayList<>();
        HttpResponse head = HttpResponse.parseWithoutBody(
                Channels.newChannel(new ByteArrayInputStream(exchange.responseHead())), null);
        drafts.add(Draft.of(
                record,
                Capture.unplaced(
                        exchange.url(),
                        exchange.at(),
                        payloadSha256 == null
                                ? Capture.REVISIT
                                : head.headers().first("Content-Type").orElse(null),
                        head.status(),
                        digest,
                        payloadSha256,
                        id.toString())));
        if (exchange.requestHead().length > 0) {
            drafts.add(Draft.of(
                    started(new WarcRequest.Builder(exchange.url()), exchange, newId())
                            .concurrentTo(id)
                            .body(HTTP_REQUEST, exchange.requestHead())
                            .setHeader("WARC-Block-Digest", sha256(exchange.requestHead()))
                            .build(),
                    null));
        }
        if (!exchange.notes().isEmpty()) {
            byte[] fields = fields(exchange);
            drafts.add(Draft.of(
                    started(new WarcMetadata.Builder().targetURI(exchange.url()), exchange, newId())
                            .concurrentTo(id)
                            .body(FIELDS, fields)
                            .setHeader("WARC-Block-Digest", sha256(fields))
                            .build(),
                    null));
        }
        return drafts;
    }

    private static byte[] fields(CapturedExchange exchange) {
        StringBuilder fields = new StringBuilder();
        // A line end in a title must not begin a field of its own.
        exchange.notes().forEach((name, value) -> fields.append(name)
                .append(": ")
                .append(value.replaceAll("\\p{Cntrl}+", " ").strip())
                .append("\r\n"));
        return fields.toString().getBytes(StandardCharsets.UTF_8);
    }

    Draft resource(String uri, Instant at, String contentType, byte[] bytes, String sha256) throws IOException {
        String id = newId();
        String digest = "sha256:" + sha256;
        WarcRecord record = new WarcResource.Builder(URI.create(uri))
                .version(MessageVersion.WARC_1_1)
                .setHeader("WARC-Record-ID", bracketed(id))
                .date(at)
                .setHeader("WARC-Warcinfo-ID", bracketed(infoId))
                .setHeader("WARC-Payload-Digest", digest)
                .setHeader("WARC-Block-Digest", digest)
                .body(MediaType.parse(contentType), bytes)
                .build();
        return Draft.of(record, Capture.unplaced(uri, at, contentType, 0, digest, sha256, id));
    }

    /** Base16, as {@code sha256sum} prints it; jwarc itself would write base32 with padding, which WARC 1.1 has no room for. */
    private static String sha256(byte[] bytes) {
        return "sha256:" + ContentHash.sha256Hex(bytes);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static String bracketed(String id) {
        return '<' + id + '>';
    }
}
