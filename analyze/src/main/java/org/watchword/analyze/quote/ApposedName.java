package org.watchword.analyze.quote;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.model.Entity;
import org.watchword.model.EntityType;
import org.watchword.model.Mention;
import org.watchword.model.Quote;
import org.watchword.model.Span;

/**
 * Finds the name of a speaker whose words name nobody but whose he is: "Marenthia's foreign minister, Ada Renn". It stands right after the
 * words, or at their end. Stateless.
 */
final class ApposedName {

    private static final Pattern TITLES = Pattern.compile("(\\p{Lu}[\\p{L}.]*+ ){1,3}+");

    private ApposedName() {}

    /** Who is meant; null when the speaker has a name of his own, or nobody is named beside him. */
    static @Nullable String of(Mention speaker, Quote quote, AnnotatedText text) {
        if (!speaker.text().equals(speaker.name())) {
            return null;
        }
        List<Entity> entities = text.entities();
        for (int i = EntityOrder.firstEndingAfter(entities, speaker.start()); i < entities.size(); i++) {
            Entity e = entities.get(i);
            if (e.start() > speaker.end() + 2) {
                return null;
            }
            if (e.type() != EntityType.PERSON) {
                continue;
            }
            boolean behindComma = e.start() > speaker.start() + 2 && text.text().startsWith(", ", e.start() - 2);
            if (e.end() == speaker.end() && (behindComma || isTitled(e, speaker, text))) {
                return e.fullName();
            }
            if (behindComma && e.start() == speaker.end() + 2) {
                // "According to the ministry, Ada Renn left": of her it is said.
                boolean content = quote.shared(new Span(e.start(), e.end())) > 0;
                return isListed(e, text) || content ? null : e.fullName();
            }
            if (e.start() < speaker.end() && !isPossessor(e, text)) {
                return null;
            }
        }
        return null;
    }

    /** "The head of the port, Mr. Lloyd": nothing but words with a capital between the comma and the name. */
    private static boolean isTitled(Entity e, Mention speaker, AnnotatedText text) {
        if (e.start() <= speaker.start()) {
            return false;
        }
        String before = text.text().substring(speaker.start(), e.start());
        int comma = before.lastIndexOf(", ");
        return comma > 0 && TITLES.matcher(before.substring(comma + 2)).matches();
    }

    /** One of several, or whose what follows is. */
    private static boolean isListed(Entity e, AnnotatedText text) {
        return text.text().startsWith(" and ", e.end())
                || text.text().startsWith(", and ", e.end())
                || isOwner(e, text);
    }

    /** "Vale's" in "Vale's lawyer", "of Vale" in "the lawyer of Vale". */
    private static boolean isPossessor(Entity e, AnnotatedText text) {
        return isOwner(e, text)
                || e.start() > 4
                        && (text.text().startsWith(" of ", e.start() - 4)
                                || e.start() > 5 && text.text().startsWith(" for ", e.start() - 5));
    }

    private static boolean isOwner(Entity e, AnnotatedText text) {
        return text.text().startsWith("'s", e.end()) || text.text().startsWith("\u2019s", e.end());
    }
}
