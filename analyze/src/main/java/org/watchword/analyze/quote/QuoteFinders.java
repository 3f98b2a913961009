package org.watchword.analyze.quote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.watchword.analyze.entity.Aliases;
import org.watchword.analyze.entity.Gazetteer;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.model.ConfigException;
import org.watchword.model.Quote;

/** Finds the quotes of a text in the manner of its language. Immutable. */
public final class QuoteFinders implements QuoteFinder {

    private final Map<String, QuoteFinder> byLanguage;
    private final QuoteFinder undescribed = new MarksQuoteFinder(QuoteLanguage.undescribed());
    private final SpeakerNames speakers;

    private QuoteFinders(Map<String, QuoteFinder> byLanguage, SpeakerNames speakers) {
        this.byLanguage = Map.copyOf(byLanguage);
        this.speakers = speakers;
    }

    /**
     * Reads {@code <tag>/quotes.yaml} for every language in the folder. English is read with its grammar; other languages by marks
     * and listed verb forms; a language without a file by marks alone. Spellings of one name that {@code aliases.yaml} lists are joined.
     *
     * @throws ConfigException when the folder is missing or a file cannot be understood
     */
    public static QuoteFinders load(Path languagesFolder) {
        if (!Files.isDirectory(languagesFolder)) {
            throw new ConfigException("no languages folder at " + languagesFolder);
        }
        Map<String, QuoteFinder> finders = new HashMap<>();
        try (Stream<Path> folders = Files.list(languagesFolder)) {
            for (Path folder : folders.sorted().toList()) {
                Path file = folder.resolve("quotes.yaml");
                if (Files.isRegularFile(file)) {
                    String tag = folder.getFileName().toString();
                    finders.put(tag, finder(tag, folder, new QuoteLanguageFile(file).read()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + languagesFolder, e);
        }
        SpeakerNames speakers =
                new SpeakerNames(Aliases.load(languagesFolder), Gazetteer.load(languagesFolder.resolve("en")));
        return new QuoteFinders(finders, speakers);
    }

    private static QuoteFinder finder(String tag, Path folder, QuoteLanguage language) {
        return tag.equals("en")
                ? new EnglishQuoteFinder(language, Gazetteer.load(folder))
                : new MarksQuoteFinder(language);
    }

    @Override
    public List<Quote> find(AnnotatedText text) {
        return speakers.named(
                text, byLanguage.getOrDefault(text.language(), undescribed).find(text));
    }
}
