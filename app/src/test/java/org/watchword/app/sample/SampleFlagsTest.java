package org.watchword.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.watchword.analyze.DocumentAnalyzer;
import org.watchword.analyze.entity.NameFinder;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.nlp.AnnotatorFactory;
import org.watchword.analyze.nlp.NlpModels;
import org.watchword.analyze.quote.QuoteFinders;
import org.watchword.analyze.rule.RuleEngine;
import org.watchword.analyze.rule.RulePacks;
import org.watchword.ingest.extract.HtmlExtractor;
import org.watchword.ingest.page.Extraction;
import org.watchword.ingest.page.Page;
import org.watchword.model.Annotation;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;

/** What the sample promises of each sentence, held against the real extractor, annotator, quotes and rules. */
class SampleFlagsTest {

    /** Reached when this was written; a change that finds fewer needs a reason. */
    private static final int FOUND_AT_LEAST = 88;

    private static final Path CONFIG = Path.of("..", "config");

    private static final List<Row> ROWS = new ArrayList<>();
    private static final Map<String, Read> PAGES = new HashMap<>();

    private record Row(String page, String sentence, String speaker, String category, String status) {}

    private record Read(String text, List<Flag> flags) {}

    @BeforeAll
    static void readTheSample() throws IOException {
        String csv = Files.readString(CONFIG.resolve("sample/expected.csv"));
        csv.lines().skip(1).map(SampleFlagsTest::row).forEach(ROWS::add);
        Lexicons lexicons = Lexicons.load(CONFIG.resolve("lexicons"), CONFIG.resolve("sample/lexicons"));
        Path languages = CONFIG.resolve("languages");
        DocumentAnalyzer analyzer = new DocumentAnalyzer(
                new AnnotatorFactory(NlpModels.load(), NameFinder.load(languages)).create(),
                QuoteFinders.load(languages),
                new RuleEngine(RulePacks.load(CONFIG.resolve("rules"), lexicons), lexicons));
        HtmlExtractor extractor = new HtmlExtractor();
        for (Row row : ROWS) {
            if (!PAGES.containsKey(row.page())) {
                PAGES.put(row.page(), read(row, extractor, analyzer));
            }
        }
    }

    private static Read read(Row row, HtmlExtractor extractor, DocumentAnalyzer analyzer) throws IOException {
        byte[] raw = Files.readAllBytes(CONFIG.resolve("sample/site").resolve(row.page()));
        String url = "http://localhost:1/" + row.page();
        String page = new String(raw, StandardCharsets.ISO_8859_1).replace("@BASE@", "http://localhost:1");
        Extraction extraction =
                extractor.extract(new Page(page.getBytes(StandardCharsets.ISO_8859_1), "text/html", url));
        if (!(extraction instanceof Extraction.Article article)) {
            return new Read("", List.of());
        }
        @Nullable String speaker = row.page().startsWith("speeches/") ? row.speaker() : null;
        Annotation annotation = analyzer.annotate(row.page(), article.text(), article.language(), speaker, url);
        return new Read(
                article.text(),
                annotation.statements().stream()
                        .flatMap(statement -> statement.flags().stream())
                        .toList());
    }

    @Test
    void noContextAndNoHarmlessSentenceIsFlagged() {
        List<String> wrong = new ArrayList<>();
        for (Row row : ROWS) {
            if (!row.status().equals("flagged")) {
                flagged(row).forEach(flag -> wrong.add(row.page() + ": " + row.sentence() + " [" + flag.rule() + ']'));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void asManyAsBeforeAreFoundAndEveryCategoryIsAmongThem() {
        Set<String> categories = new TreeSet<>();
        Set<String> expected = new TreeSet<>();
        int found = 0;
        for (Row row : ROWS) {
            if (row.status().equals("flagged")) {
                expected.add(row.category());
                if (flagged(row).stream().anyMatch(flag -> flag.category().id().equals(row.category()))) {
                    found++;
                    categories.add(row.category());
                }
            }
        }
        assertThat(found).isGreaterThanOrEqualTo(FOUND_AT_LEAST);
        assertThat(expected).hasSize(23);
        assertThat(categories).isEqualTo(expected);
    }

    private static List<Flag> flagged(Row row) {
        Read page = PAGES.getOrDefault(row.page(), new Read("", List.of()));
        int start = plain(page.text()).indexOf(plain(row.sentence()));
        int end = start + row.sentence().length();
        return page.flags().stream()
                .filter(flag -> start >= 0 && flag.start() < end && flag.end() > start)
                .filter(flag -> flag.status() == FlagStatus.FLAGGED)
                .toList();
    }

    /** One form of quotation marks and spaces, of the same length. */
    private static String plain(String text) {
        return text.replace('’', '\'')
                .replace('‘', '\'')
                .replace('“', '"')
                .replace('”', '"')
                .replace('\u00a0', ' ');
    }

    private static Row row(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            boolean doubled = quoted && c == '"' && at + 1 < line.length() && line.charAt(at + 1) == '"';
            if (doubled) {
                field.append(c);
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return new Row(fields.get(0), fields.get(1), fields.get(2), fields.get(3), fields.get(4));
    }
}
