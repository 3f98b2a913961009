package org.watchword.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Mistakes in what a person typed, said where they are and before the server sees them. */
final class QuerySyntax {

    private static final Set<String> BETWEEN = Set.of("AND", "OR", "&&", "||");
    private static final Set<String> BEFORE = Set.of("NOT", "!", "+", "-");
    private static final Pattern FUZZY = Pattern.compile("~[^0-9.]|\\^(?![0-9])|~[0-9.]*[^0-9.^]|~([3-9]|\\d\\d)");

    private QuerySyntax() {}

    /** @throws QueryException at the first mistake */
    static void check(String text) {
        balance(text);
        List<QueryText.Piece> pieces = QueryText.pieces(text);
        covered(text, pieces);
        operators(text, pieces);
        pieces.forEach(QuerySyntax::signs);
    }

    private static void balance(String text) {
        int quote = -1;
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quote = quote < 0 ? i : -1;
            } else if (quote < 0 && c == '(') {
                open.add(i);
            } else if (quote < 0 && c == ')') {
                if (open.isEmpty()) {
                    throw new QueryException("This ) has no ( before it", i);
                }
                open.remove(open.size() - 1);
            }
        }
        if (quote >= 0) {
            throw new QueryException("This quotation mark is never closed", quote);
        }
        if (!open.isEmpty()) {
            throw new QueryException("This ( is never closed", open.get(open.size() - 1));
        }
    }

    /** Brackets that belong to no range would be passed over. */
    private static void covered(String text, List<QueryText.Piece> pieces) {
        int end = 0;
        for (QueryText.Piece piece : pieces) {
            blank(text, end, piece.at());
            end = piece.at() + piece.text().length();
        }
        blank(text, end, text.length());
    }

    private static void blank(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                throw new QueryException(
                        "This " + text.charAt(i)
                                + " belongs to no range such as date:[2031-01 TO 2031-06]; to look for the"
                                + " sign itself, put \\ before it",
                        i);
            }
        }
    }

    private static void operators(String text, List<QueryText.Piece> pieces) {
        QueryText.Piece before = null;
        for (QueryText.Piece piece : pieces) {
            boolean begins = before == null || before.text().equals("(") || isOperator(before);
            if (BETWEEN.contains(piece.text()) && begins) {
                throw new QueryException(
                        piece.text()
                                + " stands between two words; there is none before it. To look for the word itself,"
                                + " write it in small letters or in quotation marks",
                        piece.at());
            }
            if (piece.text().equals(")") && before != null) {
                if (before.text().equals("(")) {
                    throw new QueryException("There is nothing between ( and )", before.at());
                }
                if (isOperator(before)) {
                    throw missing(before);
                }
            }
            before = piece;
        }
        if (before != null && isOperator(before)) {
            throw missing(before);
        }
        if (before != null && before.text().endsWith(":") && !before.text().endsWith("\\:")) {
            throw new QueryException(
                    "Nothing is looked for in "
                            + before.text().substring(0, before.text().length() - 1)
                            + "; write a word, a \"phrase\" or a range behind the colon",
                    text.stripTrailing().length());
        }
    }

    private static QueryException missing(QueryText.Piece operator) {
        return new QueryException("After " + operator.text() + " a word or a \"phrase\" is missing", operator.at());
    }

    private static boolean isOperator(QueryText.Piece piece) {
        return BETWEEN.contains(piece.text()) || BEFORE.contains(piece.text());
    }

    /** {@code ~} and {@code ^} take a number. */
    private static void signs(QueryText.Piece piece) {
        if (piece.text().matches("[+\\-!]?\".*") || piece.text().indexOf('\\') >= 0) {
            return;
        }
        var sign = FUZZY.matcher(piece.text());
        if (sign.find()) {
            throw new QueryException(
                    piece.text().charAt(sign.start()) == '~'
                            ? "~ takes a number from 0 to 2 (letters that may differ), or nothing; to look for the sign itself, put \\"
                                    + " before it"
                            : "^ takes a number (how much the word weighs); to look for the sign itself, put \\ before it",
                    piece.at() + sign.start());
        }
    }
}
