package org.watchword.analyze.pattern;

import java.util.Map;
import org.watchword.analyze.lexicon.Lexicons;

/** Reads patterns of one language; {@code docs/rules.md} describes what may stand in one. */
public final class PatternParser {

    private final String language;
    private final Lexicons lexicons;
    private final Phrases phrases;

    /** @param phrases what {@code <name>} stands for, each a pattern itself */
    public PatternParser(String language, Lexicons lexicons, Map<String, String> phrases) {
        this.language = language;
        this.lexicons = lexicons;
        this.phrases = new Phrases(language, lexicons, phrases);
    }

    /** The groups and word lists that patterns speak of. */
    public Lexicons lexicons() {
        return lexicons;
    }

    /** @throws PatternException naming the column and what was expected */
    public Pattern parse(String pattern) {
        return new CompiledPattern(
                pattern, new PatternReader(pattern, language, lexicons, phrases, Phrases.Call.PATTERN).whole());
    }
}
