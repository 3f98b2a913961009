package org.watchword.analyze.rule;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.watchword.analyze.lexicon.Lexicons;

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
        return RulePacks.phrases(rules().resolve(language));
    }
}
