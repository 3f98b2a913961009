package org.watchword.bench.flags;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.watchword.model.Category;

/** Reads a list of labelled sentences: CSV with the columns {@code id,kind,family,register,text}. */
final class SentenceFile {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private static final Pattern GUARD = Pattern.compile("G([1-9]|10)");

    private SentenceFile() {}

    /** @throws IllegalArgumentException naming the line that cannot be understood */
    static List<LabelledSentence> read(Path file) throws IOException {
        List<LabelledSentence> sentences = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser csv = FORMAT.parse(reader)) {
            for (CSVRecord row : csv) {
                LabelledSentence sentence = sentence(row, file + ":" + csv.getCurrentLineNumber());
                if (!ids.add(sentence.id())) {
                    throw new IllegalArgumentException(
                            file + ":" + csv.getCurrentLineNumber() + ": id '" + sentence.id() + "' stands twice");
                }
                sentences.add(sentence);
            }
        }
        return sentences;
    }

    private static LabelledSentence sentence(CSVRecord row, String place) {
        String kind = row.get("kind");
        String family = row.get("family");
        boolean dangerous = kind.equals("dangerous");
        if (!dangerous && !kind.equals("look-alike")) {
            throw new IllegalArgumentException(place + ": kind '" + kind + "': expected dangerous or look-alike");
        }
        boolean known = Category.find(family).isPresent()
                || (!dangerous && GUARD.matcher(family).matches());
        if (!known) {
            throw new IllegalArgumentException(place + ": family '" + family + "': expected a category"
                    + (dangerous ? "" : " or a guard, G1 to G10"));
        }
        return new LabelledSentence(row.get("id"), dangerous, family, row.get("register"), row.get("text"));
    }
}
