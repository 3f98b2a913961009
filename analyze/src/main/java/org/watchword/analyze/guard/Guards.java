package org.watchword.analyze.guard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The ten guards in the order of the taxonomy. */
public final class Guards {

    private static final List<Guard> ALL = List.of(
            new Negation(true),
            new Condemnation(),
            new Voice(),
            new LiteralSense(),
            new NotAGroup(),
            new Combatants(),
            new Victimhood(),
            new Hypothetical(true),
            new SelfReference(),
            new NeutralMention());

    private static final Guard NEGATION_BEFORE = new Negation(false);
    private static final Guard MADE_UP = new Hypothetical(false);

    private Guards() {}

    /** The guard against negation for rules whose own words deny: it looks only at what stands before them. */
    public static Guard negationBefore() {
        return NEGATION_BEFORE;
    }

    /** What is left of the guard on hypotheses for rules on conditions and questions: fiction, satire, scripture. */
    public static Guard madeUp() {
        return MADE_UP;
    }

    public static List<Guard> all() {
        return ALL;
    }

    public static Set<String> names() {
        return ALL.stream().map(Guard::name).collect(Collectors.toSet());
    }

    public static Optional<Guard> find(String name) {
        return ALL.stream().filter(guard -> guard.name().equals(name)).findFirst();
    }
}
