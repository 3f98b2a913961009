package org.watchword.analyze.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.yaml.YamlNode;

/** The rules and lexicons of this project, found from whichever folder the tests run in. */
public final class ShippedRules {

    private ShippedRules() {}

    public static Path config() {
        Path here = Path.of("config");
        return Files.isDirectory(here) ? here : Path.of("..", "config");
    }

    public static Path rules() {
        return config().resolve("rules");
    }

    /** With the invented peoples of the examples. */
    public static Lexicons lexicons() {
        return RuleCheck.withExampleGroups(rules(), Lexicons.load(config().resolve("lexicons")));
    }

    /** What a language's patterns may call by name. */
    public static Map<String, String> phrases(String language) {
        Path file = rules().resolve(language).resolve("phrases.yaml");
        Map<String, String> phrases = new LinkedHashMap<>();
        try {
            YamlNode.read(file.toString(), Files.readString(file))
                    .map(Set.of())
                    .forEach((name, node) -> phrases.put(name, node.text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return phrases;
    }
}
