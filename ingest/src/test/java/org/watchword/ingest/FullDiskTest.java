package org.watchword.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.watchword.ingest.archive.ArchiveCheck;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.ingest.source.Source;
import org.watchword.ingest.source.SourceCatalog;
import org.watchword.ingest.testing.InMemoryPublisher;
import org.watchword.ingest.testing.TagExtractor;
import org.watchword.ingest.testing.TestingSite;
import org.watchword.model.Document;

/** A disk that is really full: a file system of 96 KiB, which only root may make. */
class FullDiskTest {

    private static final int PAGES = 16;

    private final Path folder;
    private final Path archive;
    private final InMemoryPublisher publisher = new InMemoryPublisher();
    private final TestingSite site = new TestingSite();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private boolean mounted;

    FullDiskTest(@TempDir Path folder) {
        this.folder = folder;
        this.archive = folder.resolve("archive");
    }

    @AfterEach
    void unmount() throws Exception {
        logger().detachAppender(logged);
        site.close();
        if (mounted) {
            run("umount", archive.toString());
        }
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(FetchRole.class);
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private boolean mount(String options) throws InterruptedException {
        try {
            return run("mount", "-t", "tmpfs", "-o", options, "tmpfs", archive.toString());
        } catch (IOException e) {
            return false;
        }
    }

    /** Letters that no compression makes small. */
    private static String words(int page) {
        Random random = new Random(page);
        StringBuilder words = new StringBuilder("Page ").append(page).append(": ");
        for (int i = 0; i < 16_000; i++) {
            words.append((char) (0x4E00 + random.nextInt(0x5000)));
        }
        return words.toString();
    }

    private static void await(BooleanSupplier condition, String what) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(50_000_000);
        }
    }

    @Test
    void nothingTornIsPublishedTheReasonIsSaidAndWorkGoesOnWhenThereIsRoom() throws Exception {
        Files.createDirectories(archive);
        mounted = mount("size=96k");
        assumeTrue(mounted, "a file system can be mounted by root only, and not in every container");
        logged.start();
        logger().addAppender(logged);
        String[] links = new String[PAGES];
        for (int i = 0; i < PAGES; i++) {
            links[i] = "/" + i;
            site.article(links[i], words(i));
        }
        site.list(links);
        Source list = new Source.LinkList(FetchRoleTest.VALE, List.of(site.url("/list")), "li", FetchRoleTest.LOCAL);
        try (FetchRole role = new FetchRole(
                IngestSettings.defaults(folder)
                        .with()
                        .threads(2)
                        .delay(Duration.ZERO)
                        .build(),
                SourceCatalog.of(List.of(list)),
                new TagExtractor(),
                publisher,
                InstantSource.system())) {
            role.start();
            await(() -> said("No space left on device"), "the log says why nothing goes on");
            await(
                    () -> role.problem()
                            .filter(words -> words.contains("No space left"))
                            .isPresent(),
                    "the role tells that it cannot keep what it fetches");
            assertThat(publisher.documents).hasSizeBetween(1, PAGES - 1);
            allAreWhole();
            assertThat(role.counts().get(0).out())
                    .as("an attempt that was not kept has not ended")
                    .hasSize(1);

            assertThat(mount("remount,size=8m")).isTrue();
            await(() -> publisher.documents.size() == PAGES, "every page is kept once there is room");
            assertThat(role.problem()).as("all is well again").isEmpty();
        }
        allAreWhole();
        ArchiveFolder kept = new ArchiveFolder(archive);
        for (Path file : kept.files()) {
            assertThat(new ArchiveCheck(kept).check(file).problems()).isEmpty();
        }
    }

    private boolean said(String words) {
        return List.copyOf(logged.list).stream()
                .anyMatch(event -> event.getFormattedMessage().contains(words));
    }

    private void allAreWhole() throws IOException {
        ArchiveFolder kept = new ArchiveFolder(archive);
        for (Document document : List.copyOf(publisher.documents)) {
            assertThat(kept.read(Objects.requireNonNull(document.archive())).payload())
                    .asString(java.nio.charset.StandardCharsets.UTF_8)
                    .contains(document.text());
        }
    }
}
