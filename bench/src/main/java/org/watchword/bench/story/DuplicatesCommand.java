package org.watchword.bench.story;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.watchword.analyze.story.InMemoryStoryMemory;
import org.watchword.analyze.story.Likeness;
import org.watchword.analyze.story.PageSketch;
import org.watchword.analyze.story.StoryGroups;
import org.watchword.analyze.story.StorySettings;
import org.watchword.analyze.story.TextSketch;
import org.watchword.bench.story.TextFolder.Text;
import org.watchword.model.ContentHash;
import org.watchword.model.StoryMember;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How many edited copies of real texts find their story, and what is grouped that should not be. */
@Command(
        name = "duplicates",
        mixinStandardHelpOptions = true,
        description = {
            "Groups real texts into stories, together with copies of them that were edited in known ways.",
            "FOLDER holds texts: *.jsonl.gz with id and text, or *.html(.gz) pages, whose articles are extracted.",
            "Texts are halved by a hash of their name; thresholds are chosen on the first half only."
        })
public final class DuplicatesCommand implements Callable<Integer> {

    private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");

    @Parameters(arity = "1..*", paramLabel = "FOLDER")
    private List<Path> folders = List.of();

    @Option(names = "--half", description = "only one half: 1 (tuning) or 2 (held back)")
    private int half;

    @Option(names = "--resemblance", description = "in place of the default")
    private double resemblance = StorySettings.defaults().resemblance();

    @Option(names = "--containment", description = "in place of the default")
    private double containment = StorySettings.defaults().containment();

    @Option(names = "--min-words", description = "in place of the default")
    private int minWords = StorySettings.defaults().minWords();

    @Option(names = "--groups", description = "name the real texts that were grouped, to be read")
    private boolean naming;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        var settings = new StorySettings(resemblance, containment, minWords, Duration.ofDays(90));
        List<Text> texts = new ArrayList<>();
        for (Path folder : folders) {
            texts.addAll(new TextFolder(folder).read());
        }
        texts.removeIf(text -> half != 0 && 1 + Math.floorMod(text.name().hashCode(), 2) != half);
        real(texts, settings, out);
        // Corpora share pages; a copy left in would count as a stranger.
        Set<String> seen = new HashSet<>();
        texts.removeIf(text -> !seen.add(TextSketch.of(text.text()).digest()));
        edited(texts, settings, out);
        out.flush();
        return 0;
    }

    private void real(List<Text> texts, StorySettings settings, PrintWriter out) {
        long words =
                texts.stream().mapToLong(t -> TextSketch.of(t.text()).words()).sum();
        long start = System.nanoTime();
        List<PageSketch> sketches =
                texts.stream().map(t -> sketch(t.name(), t.text())).toList();
        long sketched = System.nanoTime();
        Stories stories = new Stories(settings);
        sketches.forEach(stories::take);
        long grouped = System.nanoTime();
        out.printf(
                Locale.ROOT,
                "%,d real texts, %,d words: sketched at %,.0f texts/s, grouped at %,.0f texts/s, %.1f rows a text%n",
                texts.size(),
                words,
                texts.size() / seconds(start, sketched),
                texts.size() / seconds(sketched, grouped),
                (double) stories.memory.size() / texts.size());
        Map<String, String> names = new HashMap<>();
        texts.forEach(t -> names.put(ContentHash.documentId(t.name()), t.name()));
        Map<String, Set<String>> groups = stories.groups();
        out.printf(
                "real texts grouped: %d, in %d stories%n",
                groups.values().stream().mapToInt(Set::size).sum(), groups.size());
        if (naming) {
            Map<String, PageSketch> byId = new HashMap<>();
            sketches.forEach(s -> byId.put(s.documentId(), s));
            groups.values()
                    .forEach(group -> out.println("  "
                            + String.join(
                                    "\n    ", group.stream().map(names::get).toList()) + "\n    "
                            + likeness(group, byId, settings)));
        }
    }

    /** How the first two of a group are alike. */
    private static Likeness likeness(Set<String> group, Map<String, PageSketch> byId, StorySettings settings) {
        List<TextSketch> texts = group.stream()
                .map(id -> Objects.requireNonNull(byId.get(id)).text())
                .limit(2)
                .toList();
        return Likeness.of(texts.get(0), texts.get(texts.size() - 1), settings);
    }

    private void edited(List<Text> texts, StorySettings settings, PrintWriter out) {
        List<Text> whole = texts.stream()
                .filter(t -> !isMaterial(t) && TextSketch.of(t.text()).words() >= 2 * settings.minWords())
                .toList();
        // Words put in come from texts that are not among those grouped, or they would be copies in truth.
        List<String> material = texts.stream()
                .filter(DuplicatesCommand::isMaterial)
                .map(Text::text)
                .filter(t -> !t.isBlank())
                .toList();
        List<PageSketch> sketches =
                whole.stream().map(t -> sketch(t.name(), t.text())).toList();
        int copies = 0;
        int recalled = 0;
        int wrong = 0;
        out.printf("%-58s %8s %8s %8s%n", "edit", "texts", "grouped", "share");
        for (ControlledEdit edit : ControlledEdit.values()) {
            Stories stories = new Stories(settings);
            sketches.forEach(stories::take);
            int all = 0;
            int found = 0;
            int strangers = 0;
            for (Text text : whole) {
                if (!edit.fits(text.text())) {
                    continue;
                }
                String made =
                        edit.of(text.text(), material, new Random(text.name().hashCode()));
                PageSketch page = sketch(edit.name() + ' ' + text.name(), made);
                if (page.text().words() < settings.minWords()) {
                    continue;
                }
                all++;
                Set<String> copied = stories.storyOf(page);
                found += copied.contains(ContentHash.documentId(text.name())) ? 1 : 0;
                strangers += copied.stream()
                                .anyMatch(other -> !other.equals(ContentHash.documentId(text.name()))
                                        && !stories.areOne(other, ContentHash.documentId(text.name())))
                        ? 1
                        : 0;
            }
            out.printf(
                    Locale.ROOT,
                    "%-58s %8d %8d %7.2f%%%s%n",
                    (edit.isCopy() ? "" : "NOT A COPY: ") + edit.what(),
                    all,
                    found,
                    100.0 * found / Math.max(1, all),
                    strangers == 0 ? "" : "  and " + strangers + " with another text");
            wrong += strangers;
            if (edit.isCopy()) {
                copies += all;
                recalled += found;
            } else {
                wrong += found;
            }
        }
        out.printf(
                Locale.ROOT,
                "copies: recall %.4f; of %d groupings %d wrong: precision %.4f%n",
                (double) recalled / copies,
                recalled + wrong,
                wrong,
                (double) recalled / (recalled + wrong));
    }

    private static boolean isMaterial(Text text) {
        return Math.floorMod(text.name().hashCode() / 2, 5) == 0;
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }

    private static PageSketch sketch(String name, String text) {
        return new PageSketch(
                ContentHash.documentId(name), ContentHash.sha256Hex(text), DAY, TextSketch.of(text), List.of());
    }

    private static final class Stories {

        private final InMemoryStoryMemory memory = new InMemoryStoryMemory();
        private final StoryGroups groups;
        private final Map<String, String> told = new TreeMap<>();

        Stories(StorySettings settings) {
            groups = new StoryGroups(settings, memory);
        }

        void take(PageSketch page) {
            for (StoryMember member : groups.take(page, DAY)) {
                told.put(member.documentId(), member.story());
            }
        }

        Map<String, Set<String>> groups() {
            Map<String, Set<String>> stories = new TreeMap<>();
            told.forEach((page, story) ->
                    stories.computeIfAbsent(story, s -> new TreeSet<>()).add(page));
            return stories;
        }

        boolean areOne(String page, String other) {
            return told.getOrDefault(page, page).equals(told.getOrDefault(other, other));
        }

        /** The real texts that this one is a copy of, by links; the page itself leaves no trace. */
        Set<String> storyOf(PageSketch page) {
            groups.take(page, DAY);
            Set<String> links =
                    new HashSet<>(memory.place(page.documentId()).orElseThrow().links());
            groups.take(new PageSketch(page.documentId(), "", DAY, TextSketch.of(""), List.of()), DAY);
            return links;
        }
    }
}
