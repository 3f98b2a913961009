package org.watchword.analyze.quote;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.entity.Gender;
import org.watchword.analyze.entity.PersonNames;
import org.watchword.model.Entity;
import org.watchword.model.EntityType;
import org.watchword.model.LowerCase;
import org.watchword.model.Mention;
import org.watchword.model.Span;

/** Who has been named so far, for telling whom a pronoun means. One per document, read forwards. */
final class Discourse {

    /** How many recent mentions of persons a pronoun may look back over. */
    private static final int MEMORY = 4;

    private static final Set<String> AUTHOR = Set.of("i", "we", "my", "our", "you", "your");

    private final String text;
    private final List<Entity> entities;
    private final PersonNames names;
    private final QuoteLanguage language;
    private final NavigableMap<Integer, Integer> quoted = new TreeMap<>();
    private final Deque<String> recent = new ArrayDeque<>();
    /** What pronouns told of persons whose names do not tell it: whoever was "she" once is not "he". */
    private final Map<String, Gender> told = new HashMap<>();

    /** Named last by what is theirs, which a pronoun after it does not take up: "Vale's death", "he said". */
    private final Set<String> owners = new HashSet<>();

    private int next;
    private @Nullable String speaker;
    private int spokenEnd;
    private int spokenIn;

    Discourse(String text, List<Entity> entities, PersonNames names, QuoteLanguage language) {
        this.text = text;
        this.entities = entities;
        this.names = names;
        this.language = language;
    }

    /**
     * The words of {@code span} as a speaker, with the person they stand for; no name for a pronoun that may mean anybody.
     *
     * @param paragraph where the span stands
     */
    Mention mention(Span span, int paragraph) {
        String words = span.in(text);
        String kind = language.pronouns().get(LowerCase.of(words));
        if (kind != null) {
            Gender gender = kind.equals("male") ? Gender.MALE : Gender.FEMALE;
            String person = kind.equals("other") ? null : resolve(span.start(), paragraph, gender);
            if (person != null && told.computeIfAbsent(person, name -> gender) != gender) {
                person = null;
            }
            return new Mention(span.start(), span.end(), words, person);
        }
        Entity person = personIn(span);
        return new Mention(span.start(), span.end(), words, person == null ? words : names.fullest(person.text()));
    }

    /** Takes note of words that somebody says: whoever is named in them is not who says them. */
    void quoted(Span words) {
        quoted.merge(words.start(), words.end(), Math::max);
    }

    /** Takes note of who has spoken, up to where, and in which paragraph. */
    void spoke(@Nullable Mention mention, int end, int paragraph) {
        String name = mention == null ? null : mention.name();
        boolean person =
                mention != null && name != null && (!name.equals(mention.text()) || personIn(mention.span()) != null);
        speaker = person ? name : null;
        spokenEnd = end;
        spokenIn = paragraph;
    }

    /** A page of somebody else's is cited from {@code offset} on: its pronouns mean none of those named before. */
    void forget(int offset) {
        advance(offset);
        recent.clear();
        speaker = null;
    }

    /** "I", "we", or "you", which only tells the reader something: whoever writes or holds the speech. */
    boolean isAuthor(Span span) {
        String words = LowerCase.of(span.in(text));
        return AUTHOR.contains(words);
    }

    private @Nullable String resolve(int offset, int paragraph, Gender gender) {
        advance(offset);
        if (goesOn(offset, paragraph, gender)) {
            return speaker;
        }
        String here = onlyOneInParagraph(offset, gender);
        return here == null ? onlyOne(gender) : here;
    }

    /** The only person of that gender named so far in the paragraph, unless a pronoun before the name means somebody else. */
    private @Nullable String onlyOneInParagraph(int offset, Gender gender) {
        int start = text.lastIndexOf('\n', offset - 1) + 1;
        String only = null;
        int named = offset;
        for (int i = next - 1; i >= 0 && entities.get(i).start() >= start; i--) {
            Entity e = entities.get(i);
            if (e.type() == EntityType.PERSON && !isQuoted(e)) {
                String name = names.fullest(e.text());
                if (isPossible(name, gender)) {
                    if (isOwner(e) || only != null && !only.equals(name)) {
                        return null;
                    }
                    only = name;
                    named = e.start();
                }
            }
        }
        return only == null || hasPronoun(text.substring(start, named), gender) ? null : only;
    }

    private boolean hasPronoun(String words, Gender gender) {
        String kind = gender == Gender.MALE ? "male" : "female";
        for (String word : LowerCase.of(words).split("[^\\p{L}]+")) {
            if (kind.equals(language.pronouns().get(word))) {
                return true;
            }
        }
        return false;
    }

    private boolean isQuoted(Entity e) {
        Map.Entry<Integer, Integer> before = quoted.floorEntry(e.start());
        return before != null && before.getValue() > e.start();
    }

    /** Whoever spoke last goes on in this paragraph or the next, unless somebody else who may be meant is named between. */
    private boolean goesOn(int offset, int paragraph, Gender gender) {
        if (speaker == null || paragraph - spokenIn > 1 || !isPossible(speaker, gender)) {
            return false;
        }
        for (int i = next - 1; i >= 0 && entities.get(i).start() >= spokenEnd; i--) {
            Entity e = entities.get(i);
            if (e.type() == EntityType.PERSON && e.start() < offset) {
                String name = names.fullest(e.text());
                if (!name.equals(speaker) && isPossible(name, gender) && !isQuoted(e)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The only person of that gender among the last ones named; two candidates leave it open. */
    private @Nullable String onlyOne(Gender gender) {
        String only = null;
        for (String name : recent) {
            if (!isPossible(name, gender)) {
                continue;
            }
            if (only != null && !only.equals(name)) {
                return null;
            }
            only = name;
        }
        return only == null || owners.contains(only) ? null : only;
    }

    private boolean isPossible(String name, Gender gender) {
        Gender known = names.gender(name);
        return known == gender || known == Gender.UNKNOWN;
    }

    private void advance(int offset) {
        while (next < entities.size() && entities.get(next).start() < offset) {
            Entity e = entities.get(next++);
            if (e.type() == EntityType.PERSON && !isQuoted(e)) {
                String name = names.fullest(e.text());
                if (isOwner(e)) {
                    owners.add(name);
                } else {
                    owners.remove(name);
                }
                recent.addLast(name);
                if (recent.size() > MEMORY) {
                    recent.removeFirst();
                }
            }
        }
    }

    private boolean isOwner(Entity e) {
        return text.startsWith("'s", e.end()) || text.startsWith("\u2019s", e.end());
    }

    private @Nullable Entity personIn(Span span) {
        int low = EntityOrder.firstEndingAfter(entities, span.start());
        Entity last = null;
        for (int i = low; i < entities.size() && entities.get(i).start() < span.end(); i++) {
            Entity e = entities.get(i);
            // "Oren's spokeswoman" and "the son of Oren" name somebody else.
            boolean inner = text.substring(span.start(), Math.max(span.start(), e.start()))
                            .contains(" of ")
                    || text.substring(span.start(), Math.max(span.start(), e.start()))
                            .contains(" for ");
            if (e.type() == EntityType.PERSON && !isOwner(e) && !inner) {
                if (last != null) {
                    return null;
                }
                last = e;
            }
        }
        return last;
    }
}
