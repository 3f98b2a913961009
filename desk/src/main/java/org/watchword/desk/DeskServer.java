package org.watchword.desk;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.access.AccessSettings;
import org.watchword.desk.access.Gate;
import org.watchword.desk.access.HostCheck;
import org.watchword.desk.access.OpenDoor;
import org.watchword.desk.access.SecurityHeaders;
import org.watchword.desk.account.AccountFileException;
import org.watchword.desk.account.Accounts;
import org.watchword.desk.api.ApiRoutes;
import org.watchword.desk.page.PageRoutes;
import org.watchword.desk.page.SignInRoutes;

/** Serves the pages and the JSON API over HTTP. Start once, close once. */
public final class DeskServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeskServer.class);
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final int MAX_HEADER_BYTES = 32 * 1024;
    /** A form with a long note, or a file of some thousand queries. */
    private static final int MAX_BODY_BYTES = 1024 * 1024;

    /** A query of the greatest length in any script, with filters. */
    private static final int MAX_QUERY = 16 * 1024;

    private static final int IDLE_MILLIS = 30_000;

    private final DeskSettings settings;
    private final AccessSettings access;
    private final HostCheck hosts;
    private final Javalin javalin;

    /** For this machine alone, without accounts. */
    public DeskServer(DeskSettings settings, DeskPorts ports) {
        this(settings, AccessSettings.local(), ports);
    }

    public DeskServer(DeskSettings settings, AccessSettings access, DeskPorts ports) {
        this.settings = settings;
        this.access = access;
        this.hosts = new HostCheck(settings.host(), settings.allowedHosts());
        ApiRoutes api = new ApiRoutes(ports);
        PageRoutes pages = new PageRoutes(ports);
        this.javalin = Javalin.create(config -> configure(config, api, pages));
    }

    /**
     * Starts listening.
     *
     * @return the bound port
     * @throws DeskStartException when the address cannot be bound, most often because the port is taken; when others could reach it and
     *     nobody would ask who they are; when the accounts cannot be used
     */
    public int start() {
        requireGuarded();
        try {
            javalin.start(settings.host(), settings.port());
        } catch (JavalinBindException e) {
            throw new DeskStartException(
                    "Port " + settings.port() + " on " + settings.host()
                            + " is already in use or may not be used; choose another with --port.",
                    e);
        } catch (RuntimeException e) {
            throw new DeskStartException(
                    "The desk cannot listen on " + settings.host() + ": " + e.getMessage() + ".", e);
        }
        if (hosts.admitsAnyName()) {
            LOG.warn(
                    "the desk on {} can be reached by others under any name; set its allowed hosts to close that",
                    settings.host());
        }
        LOG.info("desk listening on http://{}:{}", settings.host(), javalin.port());
        return javalin.port();
    }

    private void requireGuarded() {
        OpenDoor.reason(settings.host(), access.asks() || access.openToNetwork())
                .ifPresent(reason -> {
                    throw new DeskStartException(reason);
                });
        try {
            access.accounts().ifPresent(Accounts::requireUsable);
        } catch (AccountFileException e) {
            throw new DeskStartException("The desk does not start: " + e.getMessage() + ".", e);
        }
        if (access.asks() && !access.https() && !HostCheck.isLoopback(settings.host())) {
            LOG.warn(
                    "the desk on {} is asked for passwords without TLS: put a proxy that ends TLS in front of it and set auth.https",
                    settings.host());
        }
    }

    /** Every route as {@code METHOD /path}, for tests. */
    List<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method.name() + ' ' + endpoint.path)
                .toList();
    }

    /** Stops listening at once; an answer under way may be cut short. */
    @Override
    public void close() {
        javalin.stop();
    }

    private void configure(JavalinConfig config, ApiRoutes api, PageRoutes pages) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.router.ignoreTrailingSlashes = true;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = MAX_BODY_BYTES;
        config.jetty.threadPool = threads();
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(MAX_HEADER_BYTES);
            http.setIdleTimeout(IDLE_MILLIS);
        });
        config.jetty.modifyServer(server -> {
            // No waiting for idle keep-alive connections: what a route changes it has finished before it answers, so a
            // cut answer loses nothing.
            server.setStopTimeout(0);
            server.setErrorHandler(new PlainErrors());
        });
        config.routes.before(ctx -> admit(ctx, api));
        Gate gate = new Gate(access);
        SignInRoutes signIn = new SignInRoutes(gate.signIn());
        gate.register(config.routes);
        signIn.register(config.routes);
        api.register(config.routes);
        pages.register(config.routes);
        new DeskErrors(api, pages, signIn).register(config.routes);
    }

    private void admit(Context ctx, ApiRoutes api) {
        SecurityHeaders.all().forEach(ctx::header);
        if (!hosts.admits(ctx.header("Host"))) {
            ctx.skipRemainingHandlers();
            api.error(
                    ctx,
                    421,
                    "the desk does not answer under this name; open it as http://localhost, or add the name to its allowed hosts",
                    -1);
        } else if (BROKEN_ESCAPE
                .matcher(Objects.requireNonNullElse(ctx.queryString(), ""))
                .find()) {
            ctx.skipRemainingHandlers();
            api.error(ctx, 400, "the address has a '%' without two hex digits; write '%25' for the sign itself", -1);
        } else if (Objects.requireNonNullElse(ctx.queryString(), "").length() > MAX_QUERY) {
            ctx.skipRemainingHandlers();
            api.error(ctx, 414, "the address is longer than " + MAX_QUERY + " characters; narrow the search", -1);
        }
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(64, 4);
        threads.setName("desk");
        threads.setDaemon(true);
        return threads;
    }
}
