package org.watchword.bench.quotes;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.watchword.model.Mention;
import org.watchword.model.Quote;
import org.watchword.model.QuoteKind;

/** Counts over texts: contents found, direct ones among them, and speakers of those that were found. */
final class QuoteScores {

    private int marked;
    private int found;
    private int right;
    private int directMarked;
    private int directFound;
    private int directMarkedRight;
    private int directFoundRight;
    private int speakers;
    private int speakersRight;
    private int speakersEmpty;
    private int names;
    private int namesRight;
    private int namesEmpty;
    private final Reliability reliability = new Reliability();

    void add(LabelledText text, List<Quote> quotes) {
        Matching matching = new Matching(text.quotes(), quotes);
        marked += text.quotes().size();
        found += quotes.size();
        for (LabelledQuote label : text.quotes()) {
            if (label.kind() == QuoteKind.DIRECT) {
                directMarked++;
                directMarkedRight += matching.isFound(label) ? 1 : 0;
            }
        }
        for (Quote quote : quotes) {
            boolean ok = matching.isRight(quote);
            right += ok ? 1 : 0;
            if (quote.kind() == QuoteKind.DIRECT) {
                directFound++;
                directFoundRight += ok ? 1 : 0;
            }
            LabelledQuote label = matching.pairs().get(quote);
            if (quote.speaker() != null) {
                reliability.add(quote.confidence(), label != null && isWhoSaidIt(quote.speaker(), label));
            }
        }
        for (Map.Entry<Quote, LabelledQuote> pair : matching.pairs().entrySet()) {
            addSpeaker(pair.getKey().speaker(), pair.getValue());
            addName(pair.getKey().speaker(), pair.getValue());
        }
    }

    private void addSpeaker(@Nullable Mention speaker, LabelledQuote label) {
        if (!label.speaker().isEmpty()) {
            speakers++;
            speakersEmpty += speaker == null ? 1 : 0;
            speakersRight += speaker != null && isSpeaker(speaker, label) ? 1 : 0;
        }
    }

    private void addName(@Nullable Mention speaker, LabelledQuote label) {
        if (label.name() != null && !label.name().equals(LabelledQuote.OPEN)) {
            names++;
            boolean none = speaker == null || speaker.name() == null || isDescription(speaker, label);
            namesEmpty += none ? 1 : 0;
            namesRight += speaker != null && isPerson(speaker, label) ? 1 : 0;
        }
    }

    /** Whether these are the words that name the speaker, and stand for the person meant. */
    static boolean isWhoSaidIt(Mention speaker, LabelledQuote label) {
        return isSpeaker(speaker, label) && isPerson(speaker, label);
    }

    /** Whether the words overlap the marked source; words of a quote that goes on may name it where it stood first. */
    private static boolean isSpeaker(Mention speaker, LabelledQuote label) {
        return label.speaker().stream().anyMatch(span -> span.overlaps(speaker.span()))
                || label.speaker().isEmpty() && label.name() != null && isSame(speaker.name(), label.name());
    }

    /** "The minister", where it is marked who that is: nobody else is named. */
    private static boolean isDescription(Mention speaker, LabelledQuote label) {
        return speaker.text().equals(speaker.name())
                && isSpeaker(speaker, label)
                && label.name() != null
                && !isSame(speaker.name(), label.name());
    }

    /** Where the text leaves open who is meant, any name is wrong; where nobody said who is meant, none is judged. */
    private static boolean isPerson(Mention speaker, LabelledQuote label) {
        if (label.name() == null) {
            return true;
        }
        return label.name().equals(LabelledQuote.OPEN)
                ? speaker.name() == null || speaker.name().equals(speaker.text())
                : isSame(speaker.name(), label.name());
    }

    /** A title before the name, or a clause after it, does not make somebody else of a person. */
    private static boolean isSame(@Nullable String found, String marked) {
        if (found == null) {
            return false;
        }
        String a = " " + plain(found) + " ";
        String b = " " + plain(marked) + " ";
        return a.contains(b) || b.contains(a);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    double precision() {
        return share(right, found);
    }

    double recall() {
        return share(right, marked);
    }

    double f1() {
        double p = precision();
        double r = recall();
        return p + r == 0 ? 0 : 2 * p * r / (p + r);
    }

    double directPrecision() {
        return share(directFoundRight, directFound);
    }

    double directRecall() {
        return share(directMarkedRight, directMarked);
    }

    double speakerRight() {
        return share(speakersRight, speakers);
    }

    /** Share of the quotes with a known person that were given to somebody else; a missing name is no error of this kind. */
    double nameWrong() {
        return share(names - namesRight - namesEmpty, names);
    }

    int marked() {
        return marked;
    }

    Reliability reliability() {
        return reliability;
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%4d  content P %.3f R %.3f F1 %.3f  direct P %.3f R %.3f (%d)  speaker %.3f empty %.3f (%d)%s",
                marked,
                precision(),
                recall(),
                f1(),
                directPrecision(),
                directRecall(),
                directMarked,
                speakerRight(),
                share(speakersEmpty, speakers),
                speakers,
                names == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "  person %.3f empty %.3f wrong %.3f (%d)",
                                share(namesRight, names),
                                share(namesEmpty, names),
                                nameWrong(),
                                names));
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
