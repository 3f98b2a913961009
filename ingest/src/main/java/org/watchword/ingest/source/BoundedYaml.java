package org.watchword.ingest.source;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.LoadSettingsBuilder;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.ComposerException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads YAML that cannot grow beyond what was written. A few lines of aliases to aliases stand for billions of values ("billion
 * laughs"), and brackets in brackets end in a full stack; the engine itself counts aliases but not what they stand for.
 *
 * <p>Stands in analyze too: the two do not see each other, and what both see knows no library. Mend both.
 */
final class BoundedYaml {

    /** Levels of nesting; files written by hand have fewer than ten. */
    private static final int DEEPEST = 50;

    private BoundedYaml() {}

    /**
     * The document's nodes.
     *
     * @return empty when the text holds no document
     * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException when it is not YAML, is nested too deeply, or has an alias inside a
     *     part that has a name itself
     */
    static Optional<Node> compose(LoadSettingsBuilder builder, String yaml) {
        // In one piece: where the engine's buffer ends inside a character of two units (an emoji), it fails (3.0.1).
        LoadSettings settings = builder.setBufferSize(yaml.length() + 2).build();
        int depth = 0;
        // Level of the outermost part with a name (anchor) that is open here; 0 outside of any.
        int named = 0;
        for (Event event : new Parse(settings).parseString(yaml)) {
            if (event instanceof CollectionStartEvent start) {
                depth++;
                if (depth > DEEPEST) {
                    throw new ComposerException("nested more than " + DEEPEST + " levels deep", start.getStartMark());
                }
                if (named == 0 && start.getAnchor().isPresent()) {
                    named = depth;
                }
            } else if (event instanceof CollectionEndEvent) {
                named = named == depth ? 0 : named;
                depth--;
            } else if (named > 0 && event instanceof AliasEvent alias) {
                throw new ComposerException(
                        "the alias *" + alias.getAlias() + " stands inside a part that has a name itself",
                        alias.getStartMark());
            }
        }
        return new Compose(settings).composeString(yaml);
    }
}
