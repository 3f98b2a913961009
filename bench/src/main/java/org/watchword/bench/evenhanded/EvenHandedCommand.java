package org.watchword.bench.evenhanded;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.watchword.analyze.lexicon.Group;
import org.watchword.analyze.lexicon.GroupFinder;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.Words;
import org.watchword.analyze.nlp.NlpModels;
import org.watchword.analyze.rule.SwapCheck;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Annotator;
import org.watchword.analyze.text.Sentence;
import org.watchword.app.config.ConfigLoader;
import org.watchword.app.role.Analyzers;
import org.watchword.bench.speed.Texts;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Flag rates by group, and the same sentences about others. */
@Command(
        name = "even-handed",
        mixinStandardHelpOptions = true,
        description = {
            "Counts, in the speeches of FOLDER (files of JSON lines with \"text\", .gz or not), how often each group is",
            "named and how often a rule fires about it, with exact tests; then puts other groups into the same sentences."
        })
public final class EvenHandedCommand implements Callable<Integer> {

    private static final String LANGUAGE = "en";
    private static final String SPEAKER = "the speaker";
    private static final int SHOWN = 20;

    @Parameters(paramLabel = "FOLDER")
    private Path folder = Path.of("");

    @Option(names = "--texts", description = "How many are read. Default: all.")
    private int most = Integer.MAX_VALUE;

    @Option(
            names = "--swap",
            description =
                    "In so many sentences that name a group, evenly drawn, and in all with a match, others are put in. "
                            + "Default: ${DEFAULT-VALUE}.")
    private int swaps = 2000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Map<String, GroupTally> tallies = new HashMap<>();
    private final List<Named> sentences = new ArrayList<>();

    private record Named(String text, String group, boolean matched) {}

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path config = Path.of(System.getProperty("watchword.home", ".")).resolve("config");
        Analyzers analyzers =
                Analyzers.load(ConfigLoader.defaults(config, Map.of()).analyze(), NlpModels.load());
        Annotator annotator = analyzers.annotators().create();
        GroupFinder finder = new GroupFinder(analyzers.lexicons(), LANGUAGE);
        for (Path file : files()) {
            for (String text : Texts.read(file, most)) {
                count(annotator.annotate(text, LANGUAGE), analyzers, finder);
            }
        }
        GroupRates rates = new GroupRates(tallies);
        rates.print(out, SHOWN);
        swap(analyzers, annotator, out);
        out.flush();
        return 0;
    }

    private List<Path> files() throws IOException {
        if (Files.isRegularFile(folder)) {
            return List.of(folder);
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().contains(".jsonl"))
                    .sorted()
                    .toList();
        }
    }

    private void count(AnnotatedText text, Analyzers analyzers, GroupFinder finder) {
        List<Flag> flags = analyzers.engine().flags(text, analyzers.quotes().find(text), SPEAKER);
        for (Flag flag : flags) {
            if (flag.target() != null) {
                tally(flag.target().group()).matched(flag.status() == FlagStatus.FLAGGED);
            }
        }
        List<Words> words =
                text.sentences().stream().map(s -> Words.of(s, LANGUAGE)).toList();
        List<List<GroupMention>> mentions = finder.find(words, text.text());
        for (int s = 0; s < mentions.size(); s++) {
            Sentence sentence = text.sentences().get(s);
            Set<String> named = new HashSet<>();
            for (GroupMention mention : mentions.get(s)) {
                if (named.add(mention.target().group())) {
                    tally(mention.target().group()).named();
                    boolean matched =
                            flags.stream().anyMatch(flag -> sentence.span().overlaps(flag.span()));
                    sentences.add(new Named(
                            sentence.span().in(text.text()), mention.target().group(), matched));
                }
            }
        }
    }

    private GroupTally tally(String group) {
        return tallies.computeIfAbsent(group, id -> new GroupTally());
    }

    private void swap(Analyzers analyzers, Annotator annotator, PrintWriter out) {
        List<Group> others = SwapCheck.representatives(analyzers.lexicons(), LANGUAGE, 3);
        SwapCheck check = new SwapCheck(analyzers.engine(), analyzers.lexicons(), LANGUAGE, others, annotator);
        int step = Math.max(1, sentences.size() / Math.max(1, swaps));
        int tried = 0;
        List<String> changed = new ArrayList<>();
        int used = 0;
        for (int i = 0; i < sentences.size(); i++) {
            Named named = sentences.get(i);
            if (named.matched() || i % step == 0) {
                used++;
                for (Group group : analyzers.lexicons().groups(LANGUAGE)) {
                    if (group.id().equals(named.group())) {
                        SwapCheck.Outcome outcome = check.groups(named.text(), group);
                        tried += outcome.tried();
                        changed.addAll(outcome.changed());
                    }
                }
            }
        }
        out.printf(
                Locale.ROOT,
                "%,d sentences with %d other groups put in: %,d swaps, %d with another answer%n",
                used,
                others.size(),
                tried,
                changed.size());
        changed.forEach(out::println);
    }
}
