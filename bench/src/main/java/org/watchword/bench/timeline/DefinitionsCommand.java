package org.watchword.bench.timeline;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exports against what the authors of their formats publish. */
@Command(
        name = "definitions",
        mixinStandardHelpOptions = true,
        description = {
            "Holds exports of a timeline against the published definitions of their formats, which are not part of this project:",
            "csl-data.json of citation-style-language/schema, and anno.jsonld of w3c/web-annotation. Of a Web Annotation file it",
            "tells every property and every type that the context does not define: a reader of JSON-LD would drop it."
        })
public final class DefinitionsCommand implements Callable<Integer> {

    @ArgGroup(exclusive = false)
    private @Nullable Citations citations;

    @ArgGroup(exclusive = false)
    private @Nullable Annotations annotations;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** An export and the schema it must obey. */
    static final class Citations {
        @Option(names = "--csl-schema", required = true, description = "csl-data.json")
        private Path schema = Path.of("");

        @Option(names = "--csl", required = true, description = "an export in the format csl")
        private Path file = Path.of("");
    }

    /** An export and the context that defines its words. */
    static final class Annotations {
        @Option(names = "--anno-context", required = true, description = "anno.jsonld")
        private Path context = Path.of("");

        @Option(names = "--annotations", required = true, description = "an export in the format annotations")
        private Path file = Path.of("");
    }

    @Override
    public Integer call() throws IOException {
        int problems = 0;
        if (citations != null) {
            problems += tell("csl", citations(citations));
        }
        if (annotations != null) {
            problems += tell("annotations", annotations(annotations));
        }
        return problems == 0 ? 0 : 1;
    }

    private int tell(String format, List<String> problems) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s: %d problems%n", format, problems.size());
        problems.stream().limit(20).forEach(problem -> out.println("  " + problem));
        out.flush();
        return problems.size();
    }

    private static List<String> citations(Citations given) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(given.schema));
        return schema.validate(read(given.file)).stream().map(Object::toString).toList();
    }

    private static List<String> annotations(Annotations given) throws IOException {
        JsonNode document = read(given.file);
        Set<String> terms = new TreeSet<>(read(given.context).get("@context").propertyNames());
        Set<String> literals = new TreeSet<>();
        document.get("@context").forEach(part -> {
            if (part.isObject()) {
                terms.addAll(part.propertyNames());
                part.propertyStream()
                        .filter(term ->
                                term.getValue().path("@type").asString("").equals("@json"))
                        .forEach(term -> literals.add(term.getKey()));
            }
        });
        Set<String> unknown = new TreeSet<>();
        walk(document, terms, literals, unknown);
        return List.copyOf(unknown);
    }

    /** What is typed as JSON is one value, whose properties are its own. */
    private static void walk(JsonNode node, Set<String> terms, Set<String> literals, Set<String> unknown) {
        if (node.isArray()) {
            node.forEach(item -> walk(item, terms, literals, unknown));
            return;
        }
        node.propertyStream().forEach(property -> {
            String name = property.getKey();
            if (!name.startsWith("@") && !terms.contains(name)) {
                unknown.add("property '" + name + "'");
            }
            if (name.equals("type") && !terms.contains(property.getValue().asString(""))) {
                unknown.add("type '" + property.getValue().asString("") + "'");
            }
            if (!name.startsWith("@") && !literals.contains(name)) {
                walk(property.getValue(), terms, literals, unknown);
            }
        });
    }

    private static JsonNode read(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(file));
    }
}
