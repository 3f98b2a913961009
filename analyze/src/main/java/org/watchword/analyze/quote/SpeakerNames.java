package org.watchword.analyze.quote;

import java.util.ArrayList;
import java.util.List;
import org.watchword.analyze.entity.Aliases;
import org.watchword.analyze.entity.Gazetteer;
import org.watchword.analyze.entity.Office;
import org.watchword.analyze.entity.Offices;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.model.Mention;
import org.watchword.model.Quote;

/** Gives the speakers of quotes the name the aliases know them by, and the office and country the text gives them. Immutable. */
final class SpeakerNames {

    private final Aliases aliases;
    private final Gazetteer gazetteer;

    SpeakerNames(Aliases aliases, Gazetteer gazetteer) {
        this.aliases = aliases;
        this.gazetteer = gazetteer;
    }

    List<Quote> named(AnnotatedText text, List<Quote> quotes) {
        if (quotes.isEmpty()) {
            return quotes;
        }
        Offices offices = Offices.of(text, gazetteer);
        List<Quote> named = new ArrayList<>(quotes.size());
        for (Quote quote : quotes) {
            Mention speaker = quote.speaker();
            named.add(speaker == null ? quote : with(quote, named(speaker, quote, text, offices)));
        }
        return named;
    }

    private Mention named(Mention speaker, Quote quote, AnnotatedText text, Offices offices) {
        String apposed = ApposedName.of(speaker, quote, text);
        String name = apposed == null ? aliases.nameOrNone(speaker.name()) : apposed;
        Office office = name == null ? null : offices.of(name).orElse(null);
        return new Mention(
                speaker.start(),
                speaker.end(),
                speaker.text(),
                name,
                office == null ? null : office.title(),
                office == null ? null : office.country());
    }

    private static Quote with(Quote quote, Mention speaker) {
        return new Quote(
                quote.start(),
                quote.end(),
                quote.parts(),
                quote.kind(),
                quote.cue(),
                speaker,
                quote.method(),
                quote.confidence());
    }
}
