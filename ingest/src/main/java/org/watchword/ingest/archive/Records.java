package org.watchword.ingest.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.channels.Channels;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;
import org.watchword.model.ContentHash;

/** Builds the WARC records that are written. */
final class Records {

    private static final MediaType HTTP_RESPONSE = MediaType.parse("application/http;msgtype=response");
    private static final MediaType HTTP_REQUEST = MediaType.parse("application/http;msgtype=request");

    private Records() {}

    static WarcRecord info(String fileName, Instant at, String id, String software) {
        return new Warcinfo.Builder()
                .version(MessageVersion.WARC_1_1)
                .setHeader("WARC-Record-ID", bracketed(id))
                .date(at)
                .filename(fileName)
                .fields(
                        Map.of(
                                "software", List.of(software),
                                "format", List.of("WARC File Format 1.1"),
                                "conformsTo",
                                        List.of(
                                                "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/")))
                .build();
    }

    static WarcRecord response(CapturedExchange exchange, String id, String infoId) throws IOException {
        WarcResponse.Builder builder = new WarcResponse.Builder(exchange.url())
                .version(MessageVersion.WARC_1_1)
                .setHeader("WARC-Record-ID", bracketed(id))
                .date(exchange.at())
                .setHeader("WARC-Warcinfo-ID", bracketed(infoId));
        if (exchange.ipAddress() != null) {
            builder = builder.ipAddress(InetAddress.getByName(exchange.ipAddress()));
        }
        byte[] block = joined(exchange.responseHead(), exchange.body());
        return digested(builder, block, exchange.body())
                .body(HTTP_RESPONSE, block)
                .build();
    }

    static WarcRecord request(CapturedExchange exchange, String id, String responseId, String infoId) {
        WarcRequest.Builder builder = new WarcRequest.Builder(exchange.url())
                .version(MessageVersion.WARC_1_1)
                .setHeader("WARC-Record-ID", bracketed(id))
                .date(exchange.at())
                .setHeader("WARC-Warcinfo-ID", bracketed(infoId))
                .concurrentTo(URI.create(responseId));
        return digested(builder, exchange.requestHead(), new byte[0])
                .body(HTTP_REQUEST, exchange.requestHead())
                .build();
    }

    static WarcRecord resource(
            String uri, Instant at, String contentType, byte[] bytes, String sha256, String id, String infoId) {
        return new WarcResource.Builder(URI.create(uri))
                .version(MessageVersion.WARC_1_1)
                .setHeader("WARC-Record-ID", bracketed(id))
                .date(at)
                .setHeader("WARC-Warcinfo-ID", bracketed(infoId))
                .payloadDigest(digest(sha256))
                .blockDigest(digest(sha256))
                .body(MediaType.parse(contentType), bytes)
                .build();
    }

    private static <R extends WarcTargetRecord, B extends WarcTargetRecord.Builder<R, B>> B digested(
            B builder, byte[] block, byte[] body) {
        return builder.payloadDigest(digest(ContentHash.sha256Hex(body)))
                .blockDigest(digest(ContentHash.sha256Hex(block)));
    }

    private static WarcDigest digest(String sha256Hex) {
        return new WarcDigest("sha256", sha256Hex);
    }

    /** The record as one gzip member (RFC 1952). */
    static byte[] gzipped(WarcRecord record) throws IOException {
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        try (WarcWriter writer = new WarcWriter(Channels.newChannel(member), WarcCompression.GZIP)) {
            writer.write(record);
        }
        return member.toByteArray();
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static String bracketed(String id) {
        return '<' + id + '>';
    }
}
