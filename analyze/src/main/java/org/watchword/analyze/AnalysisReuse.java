package org.watchword.analyze;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.watchword.model.Analysis;
import org.watchword.model.Annotation;
import org.watchword.model.ContentHash;
import org.watchword.model.Document;
import org.watchword.model.Lemmas;
import org.watchword.model.Statement;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The analyses done last, so that a text which several outlets publish is analysed once. Kept in memory and bounded by its size, for a
 * wire copy comes within hours; what was forgotten is analysed again, with the same result. One belongs to one
 * {@link DocumentAnalyzerFactory}, and forgets everything when that takes up other rules: they give other analyses. Thread-safe.
 */
public final class AnalysisReuse {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final long maxBytes;
    private final Map<String, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;
    private String version = "";

    /** @param maxBytes how much is kept, deflated; 0 keeps nothing */
    public AnalysisReuse(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Says by which rules documents are analysed from now on; what was analysed by others is forgotten. */
    public void under(String rules) {
        synchronized (kept) {
            if (!version.equals(rules)) {
                version = rules;
                kept.clear();
                bytes = 0;
            }
        }
    }

    /** The analysis of this document, if one of a document with the same input is kept. */
    public Optional<Analysis> of(Document document) {
        if (maxBytes == 0) {
            return Optional.empty();
        }
        String key = AnalysisInput.of(document).key();
        byte[] found;
        synchronized (kept) {
            found = kept.get(key);
        }
        return found == null ? Optional.empty() : Optional.of(of(document, inflated(found)));
    }

    /**
     * Keeps an analysis for documents that come with the same input.
     *
     * @param rules by which it was made; under other rules by now it is not kept
     */
    public void keep(Analysis analysis, String rules) {
        if (maxBytes == 0) {
            return;
        }
        String key = AnalysisInput.of(analysis.document()).key();
        byte[] deflated;
        try {
            deflated = deflated(new Kept(analysis.annotation(), analysis.lemmas()));
        } catch (JacksonException e) {
            // Half a character in a name or statement, which UTF-8 cannot carry: analysed anew when it comes again.
            return;
        }
        synchronized (kept) {
            if (!version.equals(rules)) {
                return;
            }
            byte[] before = kept.put(key, deflated);
            bytes += deflated.length - (before == null ? 0 : before.length);
            var eldest = kept.values().iterator();
            while (bytes > maxBytes && eldest.hasNext()) {
                bytes -= eldest.next().length;
                eldest.remove();
            }
        }
    }

    private record Kept(Annotation annotation, Lemmas lemmas) {}

    private static Analysis of(Document document, Kept kept) {
        Annotation annotation = kept.annotation();
        SortedMap<String, String> lemmas = new TreeMap<>();
        List<Statement> statements = annotation.statements().stream()
                .map(statement -> {
                    String id = ContentHash.statementId(
                            document.canonicalUrl(), document.textSha256(), statement.start(), statement.end());
                    String words = kept.lemmas().statements().get(statement.id());
                    if (words != null) {
                        lemmas.put(id, words);
                    }
                    return new Statement(
                            id,
                            statement.start(),
                            statement.end(),
                            statement.text(),
                            statement.speaker(),
                            statement.flags());
                })
                .toList();
        return new Analysis(
                document,
                new Annotation(
                        document.id(),
                        annotation.language(),
                        annotation.sentences(),
                        annotation.entities(),
                        annotation.quotes(),
                        statements),
                new Lemmas(kept.lemmas().document(), lemmas),
                List.of());
    }

    private static byte[] deflated(Kept analysis) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(JSON.writeValueAsBytes(analysis));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Kept inflated(byte[] deflated) {
        try (var inflater = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            return JSON.readValue(inflater.readAllBytes(), Kept.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
