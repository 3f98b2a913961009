package org.watchword.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person typed, in query_string syntax, made ready for the server: short field names are spelled out, a bare word is looked for
 * as it stands or by its lemma, and mistakes are explained where they are.
 */
final class QueryText {

    /** Field names people type, to the field searched. */
    static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("text", "text"),
            Map.entry("lemma", "lemmas"),
            Map.entry("title", "title"),
            Map.entry("speaker", "speaker.words"),
            Map.entry("office", "office.words"),
            Map.entry("country", "country.words"),
            Map.entry("severity", "grade"),
            Map.entry("outlet", "outlet.words"),
            Map.entry("outletCountry", "outletCountry.words"),
            Map.entry("source", "source"),
            Map.entry("language", "language"),
            Map.entry("category", "category"),
            Map.entry("status", "status"),
            Map.entry("target", "target"),
            Map.entry("rule", "rule"),
            Map.entry("url", "url"),
            Map.entry("edited", "edited"),
            Map.entry("story", "story"),
            Map.entry("review", "review.state"),
            Map.entry("reviewer", "review.reviewers"),
            Map.entry("captured", "capturedAt"),
            Map.entry("date", "date"));

    static final int MAX_LENGTH = 2_000;
    /** Repeated groups give nothing back: those that can take a call of their own for each character, and a stack for a long query. */
    private static final Pattern PIECE = Pattern.compile(
            "[+\\-!]?\"(?:[^\"\\\\]|\\\\.)*+\"(?:[~^][0-9.]*)*+" // phrase
                    + "|/[^/]*/" // regular expression
                    + "|[\\[{][^\\]}]*[\\]}]" // range
                    + "|[()]"
                    + "|(?:\\\\.|[^\\s()\"\\[\\]{}])++"); // word, possibly field:word

    private static final Pattern FIELD = Pattern.compile("^([+\\-!]?)([A-Za-z]+):(.*)$", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("^[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{N}'’\\-]*$");
    static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT", "&&", "||", "!", "+", "-");

    private QueryText() {}

    /**
     * The query for the server.
     *
     * @throws QueryException where the text cannot be a query
     */
    static String forServer(String text, QueryLemmatizer lemmatizer) {
        if (text.length() > MAX_LENGTH) {
            throw new QueryException(
                    "The query is " + text.length() + " characters long; at most " + MAX_LENGTH + " are taken",
                    MAX_LENGTH);
        }
        QuerySyntax.check(text);
        return pieces(text).stream()
                .map(piece -> rewrite(piece.text(), piece.at(), lemmatizer))
                .collect(Collectors.joining(" "));
    }

    /**
     * Where in a person's text the place lies that the server names in what {@link #forServer} made of it.
     *
     * @param column UTF-16 unit in the server's text
     */
    static int place(String text, QueryLemmatizer lemmatizer, int column) {
        int end = 0;
        for (Piece piece : pieces(text)) {
            end += rewrite(piece.text(), piece.at(), lemmatizer).length() + 1;
            if (column < end) {
                return piece.at();
            }
        }
        return text.length();
    }

    /** The words that are sought as they stand and by their lemma: no phrases, fields, beginnings or operators. */
    static List<Piece> bareWords(String text) {
        return pieces(text).stream()
                .filter(piece -> !OPERATORS.contains(piece.text()))
                .map(piece -> isSigned(piece.text()) ? new Piece(piece.text().substring(1), piece.at() + 1) : piece)
                .filter(piece -> WORD.matcher(piece.text()).matches())
                .toList();
    }

    /** What stands between spaces or brackets, in order. */
    static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher piece = PIECE.matcher(text);
        while (piece.find()) {
            pieces.add(new Piece(piece.group(), piece.start()));
        }
        return pieces;
    }

    /** A part of a query, and the UTF-16 unit at which it begins. */
    record Piece(String text, int at) {}

    private static boolean isSigned(String piece) {
        return piece.startsWith("+") || piece.startsWith("-") || piece.startsWith("!");
    }

    private static String rewrite(String piece, int at, QueryLemmatizer lemmatizer) {
        if (OPERATORS.contains(piece)) {
            return piece;
        }
        refuseRegex(piece, at);
        Matcher field = FIELD.matcher(piece);
        if (field.matches()) {
            String name = FIELDS.get(field.group(2));
            if (name == null) {
                throw new QueryException(
                        "There is no field '" + field.group(2) + "'; fields are "
                                + String.join(
                                        ", ", FIELDS.keySet().stream().sorted().toList())
                                + ". To search for a colon, write \\:",
                        at + field.group(1).length());
            }
            int value = at + piece.length() - field.group(3).length();
            refuseRegex(field.group(3), value);
            checkWildcard(field.group(3), value);
            return field.group(1) + name + ':' + field.group(3);
        }
        String sign = isSigned(piece) ? piece.substring(0, 1) : "";
        String word = piece.substring(sign.length());
        checkWildcard(word, at + sign.length());
        if (!WORD.matcher(word).matches()) {
            return piece;
        }
        String lemma = lemmatizer.lemma(word);
        return sign + "(text:" + word + " OR lemmas:" + escape(lemma) + " OR title:" + word + ")";
    }

    private static void refuseRegex(String word, int at) {
        if (word.startsWith("/")) {
            throw new QueryException("Regular expressions are not taken; use * inside a word, or a \"phrase\"", at);
        }
    }

    private static void checkWildcard(String word, int at) {
        if (word.startsWith("*") || word.startsWith("?")) {
            throw new QueryException("A word cannot begin with * or ?; begin it with a letter", at);
        }
    }

    /** Lemmas are words, but a lemmatizer's data could hold anything. */
    private static String escape(String lemma) {
        StringBuilder escaped = new StringBuilder();
        lemma.codePoints().forEach(c -> {
            if (!Character.isLetterOrDigit(c) && Character.getType(c) != Character.NON_SPACING_MARK) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(c);
        });
        return escaped.toString();
    }
}
