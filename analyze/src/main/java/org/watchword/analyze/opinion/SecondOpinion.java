package org.watchword.analyze.opinion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.guard.Finding;
import org.watchword.analyze.guard.Guards;
import org.watchword.analyze.lexicon.GroupFinder;
import org.watchword.analyze.lexicon.GroupMention;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.lexicon.Words;
import org.watchword.analyze.pattern.Match;
import org.watchword.analyze.rule.Flagger;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.model.Category;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.Opinion;
import org.watchword.model.Quote;
import org.watchword.model.Severity;
import org.watchword.model.Span;

/**
 * Asks a learned model beside the rules, in English. A sentence about a group in which no rule saw anything may become a
 * {@linkplain FlagStatus#CANDIDATE candidate} for review, never a flag that counts; a flag keeps its status whatever the model thinks
 * of it, and carries the opinion. Thread-safe.
 */
public final class SecondOpinion implements Flagger {

    /** Name of the model in flags. */
    public static final String NAME = "second-opinion.en";

    private static final String LANGUAGE = "en";

    /** What the model has learned; of the others it knows nothing. */
    private static final Set<Category> JUDGED =
            EnumSet.range(Category.DEHUMANIZATION_ANIMAL, Category.INCITEMENT_VIOLENCE);

    /** Lexicons with what finds their groups. */
    private record Known(Lexicons lexicons, GroupFinder groups) {}

    private final Flagger rules;
    private final OpinionModel model;
    private final OpinionFeatures features;
    private final Supplier<Lexicons> lexicons;
    private volatile Known known;

    /** @param lexicons those in use, which may be replaced while it works */
    public SecondOpinion(Flagger rules, OpinionModel model, Supplier<Lexicons> lexicons) {
        this.rules = rules;
        this.model = model;
        this.lexicons = lexicons;
        features = model.features();
        known = know(lexicons.get());
    }

    private static Known know(Lexicons lexicons) {
        return new Known(lexicons, new GroupFinder(lexicons, LANGUAGE));
    }

    private Known known() {
        Known now = known;
        Lexicons inUse = lexicons.get();
        if (now.lexicons != inUse) {
            now = know(inUse);
            known = now;
        }
        return now;
    }

    @Override
    public List<Flag> flags(AnnotatedText text, List<Quote> quotes, @Nullable String speaker) {
        return flags(text, quotes, speaker, rule -> {});
    }

    @Override
    public List<Flag> flags(AnnotatedText text, List<Quote> quotes, @Nullable String speaker, Consumer<String> failed) {
        List<Flag> flags = rules.flags(text, quotes, speaker, failed);
        if (!text.language().equals(LANGUAGE) && !text.language().startsWith(LANGUAGE + '-')) {
            return flags;
        }
        Known now = known();
        List<Words> sentences = text.sentences().stream()
                .map(sentence -> Words.of(sentence, LANGUAGE))
                .toList();
        List<List<GroupMention>> mentions = now.groups.find(sentences, text.text());
        List<Flag> all = new ArrayList<>(flags.size());
        for (int s = 0; s < sentences.size(); s++) {
            Span span = text.sentences().get(s).span();
            List<Flag> here = flags.stream()
                    .filter(flag -> flag.start() >= span.start() && flag.start() < span.end())
                    .toList();
            if (here.isEmpty()) {
                candidate(new Context(text, quotes, speaker, sentences, s, mentions.get(s), now.lexicons))
                        .ifPresent(all::add);
            } else {
                Opinion opinion = opinion(sentences.get(s), mentions.get(s));
                here.forEach(flag -> all.add(JUDGED.contains(flag.category()) ? flag.with(opinion) : flag));
            }
        }
        all.sort(Comparator.comparing(Flag::span).thenComparing(Flag::rule));
        return all;
    }

    private Opinion opinion(Words words, List<GroupMention> mentions) {
        double score = model.judge(features.of(words, mentions)).score();
        return new Opinion(
                NAME + '@' + model.version(), score, score < model.calibration().doubtBelow());
    }

    private record Context(
            AnnotatedText text,
            List<Quote> quotes,
            @Nullable String speaker,
            List<Words> sentences,
            int index,
            List<GroupMention> mentions,
            Lexicons lexicons) {

        Words words() {
            return sentences.get(index);
        }
    }

    private Optional<Flag> candidate(Context context) {
        return context.mentions().stream()
                .filter(mention -> mention.sort() != GroupMention.Sort.PLACE)
                .flatMap(mention -> candidate(context, mention).stream())
                .max(Comparator.comparingDouble(Flag::score));
    }

    private Optional<Flag> candidate(Context context, GroupMention target) {
        Words words = context.words();
        Optional<int[]> stretch = stretch(words, target, context.quotes());
        if (stretch.isEmpty()) {
            return Optional.empty();
        }
        int from = stretch.get()[0];
        int to = stretch.get()[1];
        List<String> seen = features.of(words, from, to, context.mentions());
        Judgement judgement = model.judge(seen);
        if (judgement.score() < model.calibration().candidateFrom()) {
            return Optional.empty();
        }
        Category category = CandidateCategory.of(judgement, seen);
        Finding finding = new Finding(
                context.text().text(),
                LANGUAGE,
                context.sentences(),
                context.index(),
                new Match(from, to, List.of(target), Map.of()),
                category,
                target,
                IntStream.range(0, context.sentences().size())
                        .mapToObj(s -> s == context.index() ? context.mentions() : List.<GroupMention>of())
                        .toList(),
                context.quotes(),
                context.speaker(),
                context.lexicons());
        if (Guards.all().stream().anyMatch(guard -> guard.lowers(finding).isPresent())) {
            return Optional.empty();
        }
        return Optional.of(new Flag(
                category,
                FlagStatus.CANDIDATE,
                NAME,
                NAME + '@' + model.version(),
                Severity.LOW,
                words.get(from).start(),
                words.get(to - 1).end(),
                target.target(),
                List.of(),
                judgement.score()));
    }

    /** The words of the sentence that one voice says about the target; none where that is not clear. */
    private static Optional<int[]> stretch(Words words, GroupMention target, List<Quote> quotes) {
        Span named = target.target().span();
        Optional<Quote> inside = quotes.stream()
                .filter(quote -> quote.covers(named))
                .min(Comparator.comparingInt(quote -> quote.span().length()));
        int from = 0;
        int to = words.size();
        if (inside.isPresent()) {
            Quote quote = inside.get();
            while (from < to
                    && !quote.covers(
                            new Span(words.get(from).start(), words.get(from).end()))) {
                from++;
            }
            while (to > from
                    && !quote.covers(new Span(
                            words.get(to - 1).start(), words.get(to - 1).end()))) {
                to--;
            }
        }
        while (to > from && !words.get(to - 1).isWord()) {
            to--;
        }
        if (from >= target.to() || to <= target.from()) {
            return Optional.empty();
        }
        Span span = new Span(words.get(from).start(), words.get(to - 1).end());
        boolean cut = quotes.stream().anyMatch(q -> q.shared(span) > 0 && !q.covers(span));
        return cut ? Optional.empty() : Optional.of(new int[] {from, to});
    }
}
