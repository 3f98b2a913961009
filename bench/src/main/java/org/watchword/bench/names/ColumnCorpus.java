package org.watchword.bench.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.watchword.model.EntityType;

/** Reads corpora of one word and its tag a line, in any of the customary layouts. */
final class ColumnCorpus {

    /** Where a corpus has no documents of its own, so many sentences make one. */
    private static final int DOCUMENT = 40;

    private static final Map<String, EntityType> TYPES = Map.ofEntries(
            Map.entry("PER", EntityType.PERSON),
            Map.entry("PERSON", EntityType.PERSON),
            Map.entry("ORG", EntityType.ORGANIZATION),
            Map.entry("ORGANIZATION", EntityType.ORGANIZATION),
            Map.entry("ORGANISATION", EntityType.ORGANIZATION),
            // WNUT: companies; bands, teams and other named bodies.
            Map.entry("CORPORATION", EntityType.ORGANIZATION),
            Map.entry("GROUP", EntityType.ORGANIZATION),
            Map.entry("LOC", EntityType.LOCATION),
            Map.entry("LOCATION", EntityType.LOCATION),
            Map.entry("GPE", EntityType.LOCATION),
            Map.entry("NORP", EntityType.GROUP),
            Map.entry("NATIONALITY", EntityType.GROUP));

    private final String corpus;
    private final List<LabelledText> texts = new ArrayList<>();
    private TextBuilder current = new TextBuilder();
    private String last = "O";

    private ColumnCorpus(String corpus) {
        this.corpus = corpus;
    }

    static List<LabelledText> read(String corpus, List<Path> files) throws IOException {
        ColumnCorpus reader = new ColumnCorpus(corpus);
        for (Path file : files) {
            for (String line : Files.readAllLines(file)) {
                reader.line(line);
            }
            reader.endDocument();
        }
        return reader.texts;
    }

    private void line(String line) {
        if (line.startsWith("# newdoc") || line.startsWith("-DOCSTART-")) {
            endDocument();
            return;
        }
        if (line.startsWith("# ")) {
            return;
        }
        String[] columns = line.strip().split("[\t ]");
        if (columns.length < 2) {
            current.endSentence();
            last = "O";
            if (current.sentences() >= DOCUMENT) {
                endDocument();
            }
            return;
        }
        boolean numbered = columns.length > 2 && columns[0].chars().allMatch(Character::isDigit);
        String tag = columns[numbered ? 2 : 1];
        boolean in = tag.length() > 2 && tag.charAt(1) == '-';
        boolean starts = in && (tag.startsWith("B") || !last.substring(1).equals(tag.substring(1)));
        current.word(columns[numbered ? 1 : 0], in, in ? type(tag) : null, starts);
        last = tag;
    }

    private static @Nullable EntityType type(String tag) {
        return TYPES.get(tag.substring(2).toUpperCase(Locale.ROOT));
    }

    private void endDocument() {
        current.endSentence();
        if (!current.isEmpty()) {
            texts.add(current.build(corpus, corpus + "-" + texts.size()));
        }
        current = new TextBuilder();
        last = "O";
    }
}
