package org.watchword.analyze.pattern;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.model.NearestKey;

/** The phrases patterns of a language may use, each a pattern itself; {@code <1>} and {@code <2>} in one are what its caller gives. */
final class Phrases {

    private static final int DEEPEST = 40;
    private static final int MOST_PARAMETERS = 9;

    private final String language;
    private final Lexicons lexicons;
    private final Map<String, String> bodies;
    private final Map<String, Element> known = new HashMap<>();

    Phrases(String language, Lexicons lexicons, Map<String, String> bodies) {
        this.language = language;
        this.lexicons = lexicons;
        this.bodies = Map.copyOf(bodies);
    }

    /**
     * Where a phrase is used.
     *
     * @param depth how many phrases this one stands within; 0 is the pattern itself
     * @param arguments what stands for its parameters
     */
    record Call(int depth, List<Element> arguments) {

        static final Call PATTERN = new Call(0, List.of());

        boolean isPhrase() {
            return depth > 0;
        }
    }

    /**
     * What a phrase, or a parameter of the phrase being read, stands for.
     *
     * @param from the phrase being read
     * @param error makes an error at the place of the call
     */
    Element element(String name, List<Element> arguments, Call from, Function<String, PatternException> error) {
        if (name.length() == 1 && Character.isDigit(name.charAt(0))) {
            int parameter = name.charAt(0) - '1';
            if (parameter < 0 || parameter >= from.arguments().size()) {
                throw error.apply("<" + name + "> stands for nothing: the phrase is used with "
                        + from.arguments().size() + " parts after its name");
            }
            return from.arguments().get(parameter);
        }
        String body = bodies.get(name);
        if (body == null) {
            throw error.apply(
                    NearestKey.unknown(name, new TreeSet<>(bodies.keySet())).replace("key", "phrase"));
        }
        if (arguments.size() != parameters(body)) {
            throw error.apply(
                    "phrase <" + name + "> takes " + parameters(body) + " parts after ':', found " + arguments.size());
        }
        if (from.depth() > DEEPEST) {
            throw error.apply("phrase <" + name + "> stands within itself");
        }
        if (!arguments.isEmpty()) {
            return read(name, body, new Call(from.depth() + 1, arguments), error);
        }
        Element element = known.get(name);
        if (element == null) {
            element = read(name, body, new Call(from.depth() + 1, List.of()), error);
            known.put(name, element);
        }
        return element;
    }

    private Element read(String name, String body, Call call, Function<String, PatternException> error) {
        try {
            return new PatternReader(body, language, lexicons, this, call).whole();
        } catch (PatternException e) {
            throw error.apply("in phrase <" + name + ">, column " + e.column() + ": " + e.getMessage());
        }
    }

    private static int parameters(String body) {
        int most = 0;
        for (int k = 1; k <= MOST_PARAMETERS; k++) {
            if (body.contains("<" + k + ">")) {
                most = k;
            }
        }
        return most;
    }
}
