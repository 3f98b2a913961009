package org.watchword.analyze.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then whether a file of rules or lexicons has changed, and has them reloaded when the files have been still for one look:
 * a file half written, or the second of two that belong together, is waited for. It looks at sizes and times of files instead of having
 * the operating system tell, which network folders and containers' mounts do not do.
 */
public final class RuleWatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RuleWatcher.class);

    private final RuleReload reload;
    private final Runnable reloaded;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "rule-watcher");
        thread.setDaemon(true);
        return thread;
    });
    private Map<Path, String> loaded;
    private Map<Path, String> last;

    /** A watcher that takes the files as they are for those in use. */
    public RuleWatcher(RuleReload reload) {
        this(reload, () -> {});
    }

    /** @param reloaded told each time that other rules are in use */
    public RuleWatcher(RuleReload reload, Runnable reloaded) {
        this.reload = reload;
        this.reloaded = reloaded;
        this.loaded = files();
        this.last = loaded;
    }

    /** @param every time between two looks */
    public void start(Duration every) {
        looking.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One look; never throws. */
    void look() {
        try {
            Map<Path, String> now = files();
            boolean still = now.equals(last);
            last = now;
            if (still && !now.equals(loaded)) {
                // Not tried again until a file changes once more.
                loaded = now;
                if (reload.run()) {
                    reloaded.run();
                }
            }
        } catch (RuntimeException e) {
            LOG.error("rules not reloaded, those in use stay", e);
        }
    }

    private Map<Path, String> files() {
        Map<Path, String> files = new TreeMap<>();
        for (Path place : reload.places()) {
            try (Stream<Path> found = Files.walk(place)) {
                for (Path file : (Iterable<Path>) found::iterator) {
                    BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
                    if (seen.isRegularFile()) {
                        files.put(file, seen.size() + " " + seen.lastModifiedTime());
                    }
                }
            } catch (IOException | UncheckedIOException e) {
                files.put(place, "cannot be read");
            }
        }
        return files;
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
