package org.watchword.analyze.entity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.entity.Gazetteer.Kind;
import org.watchword.analyze.text.Sentence;
import org.watchword.analyze.text.Token;
import org.watchword.model.EntityType;

/** Reads the capitalised runs of a sentence and says what each seems to name. */
final class CandidateReader {

    private static final Set<String> PARTICLES = Set.of(
            "de", "del", "della", "di", "da", "dos", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le",
            "ter");
    private static final Set<String> PLACE_PREPOSITIONS =
            Set.of("in", "at", "near", "from", "outside", "across", "throughout");
    private static final Set<String> SPEAKING = Set.of(
            "say", "tell", "add", "claim", "argue", "write", "warn", "insist", "reply", "ask", "explain", "state",
            "think", "believe", "tweet", "admit", "deny", "vow", "laugh", "smile");

    private final Gazetteer gazetteer;
    private final Compounds compounds;

    CandidateReader(Gazetteer gazetteer) {
        compounds = new Compounds(gazetteer);
        this.gazetteer = gazetteer;
    }

    void read(Sentence sentence, List<Candidate> into) {
        List<Token> tokens = sentence.tokens();
        boolean shouting = isShouting(tokens);
        int i = 0;
        while (i < tokens.size()) {
            int listed = listedEnd(tokens, i);
            if (listed > i && !startsPerson(tokens, i, listed)) {
                EntityType type = gazetteer.type(join(tokens, i, listed)).orElseThrow();
                int longer = runEnd(tokens, i);
                if (longer > listed && isHead(tokens.get(longer - 1).surface())) {
                    add(tokens, i, longer, headType(tokens.get(longer - 1).surface()), true, into);
                    i = longer;
                } else {
                    add(tokens, i, listed, type, true, into);
                    i = listed;
                }
            } else if (compounds.read(tokens.get(i), into)) {
                i++;
            } else if (isNameWord(tokens, i, shouting)) {
                i = readRun(tokens, i, into);
            } else {
                i++;
            }
        }
    }

    private int readRun(List<Token> tokens, int start, List<Candidate> into) {
        int end = runEnd(tokens, start);
        int from = start;
        boolean titled = start > 0 && gazetteer.isTitle(tokens.get(start - 1).surface());
        while (from < end && gazetteer.isTitle(tokens.get(from).surface())) {
            from++;
            titled = true;
        }
        if (from == end) {
            return end;
        }
        String last = tokens.get(end - 1).surface();
        if (gazetteer.isGivenName(tokens.get(from).surface()) && end - from <= 4 && !isHead(last)) {
            add(tokens, from, end, EntityType.PERSON, end - from > 1, into);
        } else if (end - from > 2 && tokens.get(from + 1).surface().equals("of")) {
            add(tokens, from, end, headType(tokens.get(from).surface()), true, into);
        } else if (isHead(last) && end - from > 1) {
            add(tokens, from, end, headType(last), true, into);
        } else if (titled && end - from <= 4) {
            add(tokens, from, end, EntityType.PERSON, true, into);
        } else {
            add(tokens, from, end, byPlace(tokens, from, end), false, into);
        }
        return end;
    }

    /** What the words around a run make of it. */
    private @Nullable EntityType byPlace(List<Token> tokens, int start, int end) {
        String first = tokens.get(start).surface();
        int length = end - start;
        boolean article = start > 0 && tokens.get(start - 1).lemma().equals("the");
        if (length == 1 && first.length() > 1 && first.length() < 7 && isUpper(first)) {
            return EntityType.ORGANIZATION;
        }
        if (!article && isSpeaking(tokens, start, end) && length <= 3) {
            return EntityType.PERSON;
        }
        if (start > 0
                && length <= 2
                && !article
                && PLACE_PREPOSITIONS.contains(tokens.get(start - 1).lemma())) {
            return EntityType.LOCATION;
        }
        if (length >= 2 && length <= 3 && !article && allLetters(tokens, start, end)) {
            return EntityType.PERSON;
        }
        if (length == 1
                && !article
                && end < tokens.size()
                && tokens.get(end).lemma().startsWith("'s")
                && start > 0) {
            return EntityType.PERSON;
        }
        return null;
    }

    private static boolean isSpeaking(List<Token> tokens, int start, int end) {
        boolean after = end < tokens.size() && SPEAKING.contains(tokens.get(end).lemma());
        boolean before = start > 0
                && SPEAKING.contains(tokens.get(start - 1).lemma())
                && !tokens.get(start - 1).lemma().equals("tell");
        return after || before;
    }

    private int listedEnd(List<Token> tokens, int start) {
        StringBuilder words = new StringBuilder();
        int best = start;
        for (int i = start; i < tokens.size() && i < start + 8; i++) {
            if (i > start) {
                words.append(' ');
            }
            words.append(tokens.get(i).surface());
            String name = words.toString();
            if (gazetteer.type(name).isPresent() && !(i == start && gazetteer.is(Kind.NOTNAME, name))) {
                best = i + 1;
            }
            if (!gazetteer.goesOn(name)) {
                break;
            }
        }
        return best;
    }

    /** A listed word can be part of a person's name: Paris Oren, Chelsea. */
    private boolean startsPerson(List<Token> tokens, int start, int end) {
        String first = tokens.get(start).surface();
        return end - start == 1
                && gazetteer.isGivenName(first)
                && end < tokens.size()
                && isCapitalized(tokens.get(end).surface())
                && tokens.get(end).is("PROPN");
    }

    private int runEnd(List<Token> tokens, int start) {
        int i = start + 1;
        while (i < tokens.size()) {
            Token token = tokens.get(i);
            if (isCapitalized(token.surface()) && !gazetteer.is(Kind.NOTNAME, token.surface()) && isNameTag(token)) {
                i++;
            } else if (i + 1 < tokens.size()
                    && PARTICLES.contains(token.surface())
                    && isCapitalized(tokens.get(i + 1).surface())) {
                i += 2;
            } else if (token.surface().equals("of")
                    && isHead(tokens.get(i - 1).surface())
                    && i + 1 < tokens.size()
                    && isCapitalized(tokens.get(i + 1).surface())) {
                // "Ministry of Health" is one name and keeps its head at the front.
                return runEnd(tokens, i + 1);
            } else {
                break;
            }
        }
        return i;
    }

    private boolean isNameWord(List<Token> tokens, int i, boolean shouting) {
        Token token = tokens.get(i);
        String surface = token.surface();
        if (shouting || !isCapitalized(surface) || gazetteer.is(Kind.NOTNAME, surface)) {
            return false;
        }
        if (gazetteer.isTitle(surface) || token.is("PROPN")) {
            return true;
        }
        boolean first = i == 0 || tokens.get(i - 1).is("PUNCT");
        return !first && isNameTag(token) && surface.length() > 1;
    }

    private static boolean isNameTag(Token token) {
        return token.is("PROPN") || token.is("NOUN") || token.is("ADJ") || token.is("X");
    }

    private boolean isHead(String word) {
        return gazetteer.is(Kind.ORGHEAD, word) || gazetteer.is(Kind.PLACEHEAD, word);
    }

    private EntityType headType(String word) {
        return gazetteer.is(Kind.ORGHEAD, word) ? EntityType.ORGANIZATION : EntityType.LOCATION;
    }

    private static void add(
            List<Token> tokens, int from, int to, @Nullable EntityType type, boolean sure, List<Candidate> into) {
        into.add(new Candidate(tokens.get(from).start(), tokens.get(to - 1).end(), join(tokens, from, to), type, sure));
    }

    private static String join(List<Token> tokens, int from, int to) {
        StringBuilder words = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (i > from) {
                words.append(' ');
            }
            words.append(tokens.get(i).surface());
        }
        return words.toString();
    }

    /** A line all in capitals says nothing by its capitals. */
    private static boolean isShouting(List<Token> tokens) {
        int upper = 0;
        int words = 0;
        for (Token token : tokens) {
            if (token.surface().length() > 1
                    && Character.isLetter(token.surface().codePointAt(0))) {
                words++;
                upper += isUpper(token.surface()) ? 1 : 0;
            }
        }
        return words > 3 && upper * 10 > words * 7;
    }

    private static boolean allLetters(List<Token> tokens, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!tokens.get(i)
                    .surface()
                    .codePoints()
                    .allMatch(c -> Character.isLetter(c) || c == '.' || c == '-' || c == '\'')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUpper(String word) {
        return word.codePoints().allMatch(c -> Character.isUpperCase(c) || c == '.' || c == '-');
    }

    private static boolean isCapitalized(String word) {
        return Character.isUpperCase(word.codePointAt(0));
    }
}
