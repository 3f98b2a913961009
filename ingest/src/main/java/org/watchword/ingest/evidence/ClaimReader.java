package org.watchword.ingest.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.watchword.model.Analysis;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Claims from JSON lines. A line is a claim ({@code {"statement":…,"document":…}}) or an analysis as it travels on {@code analyses}, each of
 * whose statements is a claim.
 */
public final class ClaimReader {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ClaimReader() {}

    /**
     * Reads claims.
     *
     * @param name of what is read, for messages
     * @throws IOException at a line that is neither; names it
     */
    public static List<Claim> read(InputStream in, String name) throws IOException {
        List<Claim> claims = new ArrayList<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                try {
                    claims.addAll(claims(JSON.readTree(line)));
                } catch (JacksonException e) {
                    throw new IOException(name + ":" + number + ": " + e.getOriginalMessage(), e);
                } catch (IllegalArgumentException e) {
                    throw new IOException(name + ":" + number + ": " + e.getMessage(), e);
                }
            }
        }
        return claims;
    }

    private static List<Claim> claims(JsonNode node) {
        if (node.has("statement") && node.has("document")) {
            return List.of(JSON.treeToValue(node, Claim.class));
        }
        if (node.has("annotation") && node.has("document")) {
            return of(JSON.treeToValue(node, Analysis.class));
        }
        throw new IllegalArgumentException(
                "neither a claim (an object with 'statement' and 'document') nor an analysis ('document' and 'annotation')");
    }

    /** Every statement of an analysis. */
    public static List<Claim> of(Analysis analysis) {
        return analysis.annotation().statements().stream()
                .map(statement -> new Claim(statement, analysis.document()))
                .toList();
    }
}
