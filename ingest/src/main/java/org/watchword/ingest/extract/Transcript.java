package org.watchword.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.watchword.model.LowerCase;
import org.watchword.model.Turn;

/**
 * Who speaks where on a page that prints the words of several: paragraphs that open with "NAME: ". A paragraph without a label goes on
 * with the speaker before it. Or a list of speakers and words, see {@link SpokenList}.
 *
 * <p>A colon alone proves nothing ("Note: …"), so a label counts when the page sets it in bold, or when the same label opens two
 * paragraphs or more; and a page is a transcript when its turns hold most of its text.
 */
final class Transcript {

    private static final int LONGEST_LABEL = 90;
    private static final double LEAST_SHARE = 0.6;
    private static final Pattern LABEL = Pattern.compile("^([\\p{L}\\p{N}][^:!?\\n]{0,89}?)\\s?[:：]\\s+(?=\\S)");
    private static final Pattern NAME_LIKE = Pattern.compile(
            "(?u)\\p{Lu}[\\p{L}\\p{M}.'’-]*(?:,? (?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|\\(\\p{L}[^)]{0,40}\\)|of|the|and|for|de|da|di|du|del|der|den|von|van|bin|al|el|la|et|und|y|e|to|in|on|at)){0,13}");
    private static final Pattern NOBODY = Pattern.compile(
            "(?iu)(?:q|a|questions?|answers?|remarks?|repl(?:y|ies)|response|moderator|interviewer|reporter|journalist|host|audience|voices?|presenter|"
                    + "frage|antwort|moderation|moderator(?:in)?|réponse|journaliste|pregunta|respuesta|periodista|pergunta|resposta|domanda|risposta|"
                    + "вопрос|ответ|реплика|ведущ(?:ий|ая)|журналист(?:ка)?|soru|cevap|հարց|պատասխան)(?: [\\p{N}]{1,3})?");
    private static final Pattern NO_SPEAKER = Pattern.compile(
            "(?iu)(?:note|notes|update|updated|correction|photo|video|watch|listen|read more|read|source|sources|editor['’]s note|related|tags|topics|warning|disclaimer|contact|date|time|place|location|by|from|to|subject|published|tip|example|step \\p{N}+|pros|cons|"
                    + "hinweis|quelle|foto|fuente|источник|фото)");

    /** "(retranslated)", "(in Russian)". */
    private static final Pattern ASIDE = Pattern.compile("\\s*\\(\\p{Ll}[^)]*\\)$");

    private static final Pattern SENTENCE = Pattern.compile("\\p{L}{4}\\. ");

    /**
     * Where somebody begins to speak.
     *
     * @param from index of the block with the label
     * @param block index of the first block of his words
     * @param length of the label within that block
     * @param end index of the block behind his words; -1 where they go on until somebody else begins
     */
    private record Opening(int from, int block, String label, int length, boolean bold, int end) {}

    private final PageLayout layout;
    private final List<Block> blocks;

    Transcript(PageLayout layout, List<Block> blocks) {
        this.layout = layout;
        this.blocks = blocks;
    }

    /** Spans of the blocks joined by a blank line; empty when the page is no transcript. */
    List<Turn> turns() {
        List<Opening> openings = openings();
        if (openings.isEmpty()) {
            openings = listed();
        }
        if (openings.isEmpty()) {
            return List.of();
        }
        int[] starts = new int[blocks.size() + 1];
        for (int i = 0; i < blocks.size(); i++) {
            starts[i + 1] = starts[i] + blocks.get(i).text().length() + 2;
        }
        int all = starts[blocks.size()];
        if (all - starts[openings.get(0).block] < LEAST_SHARE * all) {
            return List.of();
        }
        Map<String, String> offices = new HashMap<>();
        Set<String> labels = new HashSet<>();
        for (Opening opening : openings) {
            labels.add(opening.label);
        }
        var turns = new ArrayList<Turn>();
        for (int i = 0; i < openings.size(); i++) {
            Opening opening = openings.get(i);
            int next =
                    opening.end >= 0 ? opening.end : i + 1 < openings.size() ? openings.get(i + 1).from : blocks.size();
            String name = name(opening.label, labels);
            if (name != null && name.length() < opening.label.length()) {
                offices.put(
                        name,
                        opening.label
                                .substring(0, opening.label.length() - name.length())
                                .strip());
            }
            turns.add(new Turn(
                    starts[opening.block] + opening.length,
                    starts[next] - 2,
                    opening.label,
                    name,
                    name == null ? null : offices.get(name)));
        }
        return turns;
    }

    private List<Opening> listed() {
        return new SpokenList(layout, blocks, Transcript::isLabel)
                .parts().stream()
                        .map(part -> new Opening(part.from(), part.words(), part.label(), 0, false, part.end()))
                        .toList();
    }

    /** The text with whoever speaks first named as the others are. */
    static List<Block> completed(PageLayout layout, List<Block> blocks) {
        return new SpokenList(layout, blocks, Transcript::isLabel).completed();
    }

    private List<Opening> openings() {
        var found = new ArrayList<Opening>();
        Map<String, Integer> times = new HashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Matcher m = LABEL.matcher(block.text());
            if (block.kind() == Block.Kind.HEADING || !hasColon(block.text()) || !m.find()) {
                continue;
            }
            String label = ASIDE.matcher(m.group(1)).replaceFirst("");
            if (isLabel(label)) {
                found.add(new Opening(i, i, label, m.end(), isBold(block, label), -1));
                times.merge(label, 1, Integer::sum);
            }
        }
        found.removeIf(o -> !o.bold && times.getOrDefault(o.label, 0) < 2);
        boolean bold = found.stream().anyMatch(o -> o.bold);
        return bold || found.stream().map(Opening::label).distinct().count() > 1 ? found : List.of();
    }

    private static boolean hasColon(String text) {
        return text.indexOf(':') >= 0 || text.indexOf('：') >= 0;
    }

    private static boolean isLabel(String label) {
        return label.length() <= LONGEST_LABEL
                && !SENTENCE.matcher(label).find()
                && NAME_LIKE.matcher(label).matches()
                && !NO_SPEAKER.matcher(label).matches();
    }

    private boolean isBold(Block block, String label) {
        Element at = layout.element(block.element());
        Element first = at.selectFirst("b, strong");
        return first != null
                && PlainText.line(first.text()).startsWith(label)
                && PlainText.line(at.text()).startsWith(label);
    }

    /** The label without the office before it, which shows where the page goes on with the bare name; null for "Question". */
    private static @Nullable String name(String label, Set<String> labels) {
        if (label.isEmpty() || NOBODY.matcher(LowerCase.of(label)).matches()) {
            return null;
        }
        return labels.stream()
                .filter(other -> label.endsWith(' ' + other))
                .min((a, b) -> Integer.compare(a.length(), b.length()))
                .orElse(label);
    }
}
