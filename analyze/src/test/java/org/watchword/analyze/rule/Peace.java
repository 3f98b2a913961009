package org.watchword.analyze.rule;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.model.Flag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Flags JSON lines from standard input with {@link PlainAnnotator}, in the form the scorer reads: each flag as its own statement. */
final class Peace {

    private Peace() {}

    public static void main(String[] args) throws Exception {
        JsonMapper json = JsonMapper.shared();
        var lexicons = ShippedRules.lexicons();
        RuleEngine engine = new RuleEngine(RulePacks.load(ShippedRules.rules(), lexicons), lexicons);
        PlainAnnotator annotator = new PlainAnnotator();
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JsonNode item = json.readTree(line);
            AnnotatedText text = annotator.annotate(item.get("text").asString(), "en");
            List<Object> statements = engine.flags(text, List.of(), "the speaker").stream()
                    .map(flag -> (Object) Map.of("text", around(text, flag), "flags", List.of(flag)))
                    .toList();
            out.println(json.writeValueAsString(Map.of("id", item.get("id").asString(), "statements", statements)));
        }
        out.flush();
    }

    private static String around(AnnotatedText text, Flag flag) {
        return flag.rule() + " <" + flag.span().in(text.text()) + "> "
                + text.sentences().stream()
                        .filter(s -> s.start() <= flag.start() && flag.start() < s.end())
                        .map(s -> s.span().in(text.text()))
                        .findFirst()
                        .orElse("");
    }
}
