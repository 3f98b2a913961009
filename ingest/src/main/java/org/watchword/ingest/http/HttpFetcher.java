package org.watchword.ingest.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultClassicHttpResponseFactory;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.message.LazyLineParser;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.watchword.ingest.http.Fetched.Failed;

/** Sends GET requests within limits. Redirects, cookies and retries are the caller's. Safe for use by several threads. */
public final class HttpFetcher implements Fetcher {

    private static final int MAX_HEADERS = 200;
    private static final int MAX_HEADER_LINE = 16 << 10;
    private static final Http1Config HEADS = Http1Config.custom()
            .setMaxHeaderCount(MAX_HEADERS)
            .setMaxLineLength(MAX_HEADER_LINE)
            .build();

    private final FetchLimits limits;
    private final String userAgent;
    private final InstantSource clock;
    private final CloseableHttpClient publicOnly;
    private final CloseableHttpClient withLoopback;
    private final ScheduledExecutorService watchdog;

    /** @param userAgent the whole {@code User-Agent} header */
    public HttpFetcher(FetchLimits limits, String userAgent, InstantSource clock) {
        this(limits, userAgent, clock, InetAddress::getAllByName);
    }

    HttpFetcher(FetchLimits limits, String userAgent, InstantSource clock, GuardedDns.Names names) {
        this.limits = limits;
        this.userAgent = userAgent;
        this.clock = clock;
        this.publicOnly = client(new GuardedDns(names, false));
        this.withLoopback = client(new GuardedDns(names, true));
        this.watchdog = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "fetch-watchdog");
            thread.setDaemon(true);
            return thread;
        });
    }

    private CloseableHttpClient client(GuardedDns dns) {
        return HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(dns)
                        .setMaxConnTotal(200)
                        .setMaxConnPerRoute(2)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(HEADS)
                                // Keeps each header's own text; the usual one keeps name and value only.
                                .responseParserFactory(new DefaultHttpResponseParserFactory(
                                        HEADS, LazyLineParser.INSTANCE, DefaultClassicHttpResponseFactory.INSTANCE))
                                // Header bytes are kept one to one.
                                .charCodingConfig(CharCodingConfig.custom()
                                        .setCharset(StandardCharsets.ISO_8859_1)
                                        .build())
                                .build())
                        .setDefaultSocketConfig(SocketConfig.custom()
                                .setSoTimeout(Timeout.of(limits.readTimeout()))
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(limits.connectTimeout()))
                                .setSocketTimeout(Timeout.of(limits.readTimeout()))
                                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                                .setTimeToLive(TimeValue.ofMinutes(2))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setRedirectsEnabled(false)
                        .setResponseTimeout(Timeout.of(limits.readTimeout()))
                        .build())
                .setUserAgent(userAgent)
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .evictExpiredConnections()
                .evictIdleConnections(TimeValue.ofSeconds(30))
                .build();
    }

    @Override
    public Fetched get(String url, Fetched.Validators validators, boolean allowLoopback) {
        return exchange(allowLoopback, new ResponseReader(limits, limits.maxBytes(), false, clock), () -> {
            HttpGet get = new HttpGet(url);
            get.addHeader("Accept-Encoding", "gzip, deflate");
            if (validators.etag() != null) {
                get.addHeader("If-None-Match", validators.etag());
            }
            if (validators.lastModified() != null) {
                get.addHeader("If-Modified-Since", validators.lastModified());
            }
            return get;
        });
    }

    @Override
    public Fetched getHead(String url, boolean allowLoopback, int bytes) {
        return exchange(allowLoopback, new ResponseReader(limits, bytes, true, clock), () -> {
            HttpGet get = new HttpGet(url);
            // Half of a compressed body says nothing.
            get.addHeader("Accept-Encoding", "identity");
            return get;
        });
    }

    private Fetched exchange(boolean allowLoopback, ResponseReader reader, Supplier<HttpGet> request) {
        HttpGet get;
        try {
            get = request.get();
        } catch (IllegalArgumentException e) {
            return new Failed("bad-url", String.valueOf(e.getMessage()), false, null);
        }
        int port = get.getAuthority() == null ? 0 : get.getAuthority().getPort();
        if (!PortRules.allowed(port)) {
            return new Failed("blocked-port", "port " + port + " belongs to another protocol than HTTP", false, null);
        }
        HttpClientContext context = HttpClientContext.create();
        Fetched answer = exchange(get, context, allowLoopback, reader);
        if (wasStale(context, answer)) {
            return exchange(request.get(), HttpClientContext.create(), allowLoopback, reader);
        }
        return answer;
    }

    /** A server may close a kept connection whenever it likes; that it did so just now says nothing of its health (RFC 9112, 9.3.1). */
    private static boolean wasStale(HttpClientContext context, Fetched answer) {
        EndpointDetails connection = context.getEndpointDetails();
        return connection != null
                && connection.getRequestCount() > 1
                && context.getResponse() == null
                && answer instanceof Failed failed
                && failed.code().equals("unreachable");
    }

    private Fetched exchange(HttpGet get, HttpClientContext context, boolean allowLoopback, ResponseReader reader) {
        get.addHeader("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        Deadline deadline = new Deadline(get, watchdog, limits.totalTimeout());
        Fetched answer = null;
        try (deadline;
                ClassicHttpResponse response =
                        client(allowLoopback).executeOpen(HttpHost.create(get.getUri()), get, context)) {
            answer = reader.read(context, response, get);
            if (reader.leftUnread()) {
                // Closing would read the rest first, and a server that drips would hold us there.
                get.abort();
            }
        } catch (GuardedDns.PrivateAddressException e) {
            return new Failed("private-address", String.valueOf(e.getMessage()), false, null);
        } catch (IOException | java.net.URISyntaxException | RuntimeException e) {
            // Once there is an answer, what goes wrong is our own hanging up.
            return deadline.passed() ? tooSlow() : answer == null ? failure(e) : answer;
        }
        return deadline.passed() ? tooSlow() : answer;
    }

    private CloseableHttpClient client(boolean allowLoopback) {
        return allowLoopback ? withLoopback : publicOnly;
    }

    private Failed tooSlow() {
        return new Failed(
                "too-slow", "not complete after " + limits.totalTimeout().toMillis() + " ms", false, null);
    }

    private static Failed failure(Exception e) {
        String words = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (e instanceof SocketTimeoutException) {
            return new Failed("too-slow", words, true, null);
        }
        if (e instanceof InterruptedIOException) {
            return new Failed("unreachable", words, true, null);
        }
        if (e instanceof org.apache.hc.core5.http.HttpException || isBadHttp(e)) {
            return new Failed("bad-http", words, false, null);
        }
        return new Failed("unreachable", words, true, null);
    }

    private static boolean isBadHttp(Throwable e) {
        if (e instanceof TruncatedChunkException) {
            return false; // broken off, like any other body
        }
        return e instanceof RuntimeException
                || e instanceof org.apache.hc.core5.http.MessageConstraintException
                || e instanceof org.apache.hc.core5.http.MalformedChunkCodingException
                || e instanceof org.apache.hc.client5.http.ClientProtocolException;
    }

    @Override
    public void close() {
        watchdog.shutdownNow();
        publicOnly.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
        withLoopback.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
    }

    /** Aborts a request that takes too long, whatever it is doing: connecting, reading a head byte by byte, reading a body. */
    private static final class Deadline implements AutoCloseable {

        private final ScheduledFuture<?> task;
        private volatile boolean passed;

        Deadline(HttpGet get, ScheduledExecutorService watchdog, Duration limit) {
            task = watchdog.schedule(
                    () -> {
                        passed = true;
                        get.abort();
                    },
                    limit.toMillis(),
                    TimeUnit.MILLISECONDS);
        }

        boolean passed() {
            return passed;
        }

        @Override
        public void close() {
            task.cancel(false);
        }
    }
}
