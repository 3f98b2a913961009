package org.watchword.app.sample;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchword.app.line.LineException;

/** The sample's web server, on loopback. Answers conditional requests as RFC 9110 wants. */
public final class SampleOutlet implements AutoCloseable {

    /** Tried at the first start; then any free one is. */
    private static final int USUAL_PORT = 8090;

    private final Javalin server;
    private final String base;
    private final boolean edited;

    private SampleOutlet(Javalin server, String base, boolean edited) {
        this.server = server;
        this.base = base;
        this.edited = edited;
    }

    /**
     * Starts the server. The first start serves {@code site}; each later one lays {@code edits} over it.
     *
     * @param sample holds the folders {@code site} and, if there are edits, {@code edits}
     * @param memory folder where the outlet remembers its port and its starts
     * @throws LineException when the sample is missing or the remembered port is taken
     */
    public static SampleOutlet start(Path sample, Path memory) {
        Path site = sample.resolve("site");
        if (!Files.isDirectory(site)) {
            throw new LineException("The sample outlet's pages are missing in " + site + ".");
        }
        OutletMemory before = OutletMemory.load(memory);
        boolean edited = before.starts() > 0;
        List<Path> folders = new ArrayList<>();
        if (edited && Files.isDirectory(sample.resolve("edits"))) {
            folders.add(sample.resolve("edits"));
        }
        folders.add(site);
        Javalin server = before.port() == 0 ? listenAnywhere(folders) : listen(folders, before.port());
        new OutletMemory(server.port(), before.starts() + 1).save(memory);
        return new SampleOutlet(server, base(server.port()), edited);
    }

    /** Its address, without a slash at the end. */
    public String base() {
        return base;
    }

    /** For the person who watches. */
    public String describe() {
        return base + (edited ? ", one article edited since the first start" : "");
    }

    @Override
    public void close() {
        server.stop();
    }

    private static Javalin listenAnywhere(List<Path> folders) {
        try {
            return serve(folders, USUAL_PORT);
        } catch (JavalinException e) {
            return listen(folders, 0);
        }
    }

    private static Javalin listen(List<Path> folders, int port) {
        try {
            return serve(folders, port);
        } catch (JavalinException e) {
            throw new LineException(
                    "Port " + port
                            + ", where the sample outlet was before, is in use; stop the program that listens there, or"
                            + " begin anew with another --data folder.",
                    e);
        }
    }

    private static Javalin serve(List<Path> folders, int port) {
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.startup.startupWatcherEnabled = false;
                    config.startup.showOldJavalinVersionWarning = false;
                    config.routes.get("/*", context -> answer(context, folders));
                })
                .start("127.0.0.1", port);
    }

    private static void answer(Context context, List<Path> folders) throws IOException {
        Optional<Path> file = file(folders, context.path());
        if (file.isEmpty()) {
            context.status(404).contentType("text/html; charset=utf-8").result("<h1>Not found</h1>");
            return;
        }
        SamplePage page;
        try {
            page = SamplePage.read(file.get(), base(context.port()));
        } catch (NoSuchFileException e) {
            context.status(404);
            return;
        }
        context.header("ETag", page.etag());
        context.header(
                "Last-Modified",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(page.lastModified().atOffset(ZoneOffset.UTC)));
        context.header("Cache-Control", "no-cache");
        if (unchanged(context, page)) {
            context.status(304);
            return;
        }
        context.contentType(page.contentType()).result(page.bytes());
    }

    /** RFC 9110, section 13.2.2: If-Modified-Since counts only without If-None-Match. */
    private static boolean unchanged(Context context, SamplePage page) {
        @Nullable String tags = context.header("If-None-Match");
        if (tags != null) {
            return tags.strip().equals("*")
                    || List.of(tags.split("\\s*,\\s*")).contains(page.etag())
                    || tags.contains("W/" + page.etag());
        }
        @Nullable String since = context.header("If-Modified-Since");
        if (since == null) {
            return false;
        }
        try {
            return !page.lastModified().isAfter(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(since)));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static Optional<Path> file(List<Path> folders, String path) {
        String relative = path.substring(1);
        if (relative.isEmpty() || relative.endsWith("/")) {
            relative = relative + "index.html";
        }
        for (Path folder : folders) {
            Path file = folder.resolve(relative).normalize();
            if (file.startsWith(folder) && Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private static String base(int port) {
        return "http://127.0.0.1:" + port;
    }
}
