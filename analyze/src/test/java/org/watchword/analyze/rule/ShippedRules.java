package org.watchword.analyze.rule;

import java.nio.file.Files;
import java.nio.file.Path;
import org.watchword.analyze.lexicon.Lexicons;

/** The rules and lexicons of this project, found from whichever folder the tests run in. */
final class ShippedRules {

    private ShippedRules() {}

    static Path config() {
        Path here = Path.of("config");
        return Files.isDirectory(here) ? here : Path.of("..", "config");
    }

    static Path rules() {
        return config().resolve("rules");
    }

    /** With the invented peoples of the examples. */
    static Lexicons lexicons() {
        return RuleCheck.withExampleGroups(rules(), Lexicons.load(config().resolve("lexicons")));
    }
}
