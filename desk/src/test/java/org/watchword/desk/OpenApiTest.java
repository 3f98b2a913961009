package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.watchword.desk.health.SourceHealth;
import org.watchword.model.SourceDay;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API against the running server: neither says what the other does not. */
class OpenApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String JSON_TYPE = "application/json";

    private final InMemoryStatementIndex index = SampleIndex.create();
    private final TestingDesk desk = new TestingDesk(index, TestingDesk::counts, OpenApiTest::sources);
    private final JsonNode description = desk.json("/api/openapi.json");
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void everyRouteIsDescribedAndNothingElse() {
        Set<String> described = new TreeSet<>();
        description.get("paths").properties().forEach(path -> path.getValue()
                .propertyNames()
                .forEach(method -> described.add(method.toUpperCase(java.util.Locale.ROOT) + ' ' + path.getKey())));

        assertThat(desk.routes().stream()
                        .filter(route -> !route.startsWith("HEAD "))
                        .filter(route -> route.contains(" /api/") || route.endsWith(" /health")))
                .as(
                        "routes of the JSON API; describe a new one in desk/src/main/resources/org/watchword/desk/api/openapi.json")
                .containsExactlyInAnyOrderElementsOf(described);
    }

    /** Calls whose answers must be as described: at least one of every path, and of every status that can be brought about. */
    private Map<String, List<String>> calls() {
        String statement = SampleIndex.rally().records().get(0).id();
        String document = SampleIndex.rally().records().get(0).documentId();
        Map<String, List<String>> calls = new LinkedHashMap<>();
        calls.put("/health", List.of("/health"));
        calls.put("/api/openapi.json", List.of("/api/openapi.json"));
        calls.put("/api/account", List.of("/api/account"));
        calls.put(
                "/api/statements",
                List.of(
                        "/api/statements",
                        "/api/statements?size=200",
                        "/api/statements?q=rats&status=flagged,context&sort=severity&collapse=story",
                        "/api/statements?from=2031-05&size=1",
                        "/api/statements?q=%22one",
                        "/api/statements?q=ratts",
                        "/api/statements?sort=upwards"));
        calls.put(
                "/api/statements.jsonl",
                List.of(
                        "/api/statements.jsonl",
                        "/api/statements.jsonl?q=rats&after=" + statement,
                        "/api/statements.jsonl?after=nothing",
                        "/api/statements.jsonl?size=3"));
        calls.put("/api/statements/{id}", List.of("/api/statements/" + statement, "/api/statements/nothing"));
        calls.put(
                "/api/documents",
                List.of(
                        "/api/documents",
                        "/api/documents?q=rats&collapse=story&size=1",
                        "/api/documents?q=ratts",
                        "/api/documents?q=%22one",
                        "/api/documents?review=confirmed"));
        calls.put(
                "/api/documents/{id}",
                List.of(
                        "/api/documents/" + document,
                        "/api/documents/nothing",
                        "/api/documents/" + document + "?version=0",
                        "/api/documents/" + document + "?v=0"));
        calls.put("/api/edits", List.of("/api/edits", "/api/edits?silent=true&size=1", "/api/edits?silent=maybe"));
        calls.put("/api/sources", List.of("/api/sources", "/api/sources?x=1"));
        calls.put("/api/sources/{id}", List.of("/api/sources/halden-courier", "/api/sources/nothing"));
        calls.put("/api/searches", List.of("/api/searches", "/api/searches?x=1"));
        calls.put("/api/searches/{name}", List.of("/api/searches/harbour", "/api/searches/nothing"));
        calls.put("/api/summary", List.of("/api/summary?q=rats", "/api/summary?q=nothing", "/api/summary?q=%22one"));
        calls.put("/api/rules", List.of("/api/rules", "/api/rules?x=1"));
        calls.put("/api/rules/{id}", List.of("/api/rules/" + TestingRules.ID, "/api/rules/nothing"));
        calls.put("/api/reviews", List.of("/api/reviews", "/api/reviews?x=1"));
        calls.put(
                "/api/statements/{id}/reviews",
                List.of("/api/statements/" + statement + "/reviews", "/api/statements/nothing/reviews"));
        calls.put("/api/status", List.of("/api/status", "/api/status?x=1"));
        return calls;
    }

    /** A call by POST; without a form value it is refused. */
    private record Change(String path, String address, String body, boolean own) {

        HttpResponse<String> send(TestingDesk desk) {
            TestingVisitor visitor = new TestingVisitor(desk.port());
            String form = JSON.readTree(visitor.get("/api/account").body())
                    .get("form")
                    .asString();
            return visitor.call(address, body, own ? form : "");
        }
    }

    private static List<Change> changes() {
        String kept = "{\"name\":\"harbour\",\"parameters\":\"q=rats\"}";
        return List.of(
                new Change("/api/searches", "/api/searches", kept, true),
                new Change("/api/searches", "/api/searches", kept, true),
                new Change("/api/searches", "/api/searches", "{\"name\":\"old\"}", true),
                new Change("/api/searches", "/api/searches", "{", true),
                new Change("/api/searches", "/api/searches", kept, false),
                new Change("/api/statements/{id}/reviews", "/api/statements/nothing/reviews", "", true),
                new Change("/api/searches/{name}", "/api/searches/harbour", "{\"description\":\"x\"}", true),
                new Change("/api/searches/{name}", "/api/searches/nothing", "{}", true),
                new Change("/api/searches/{name}/remove", "/api/searches/old/remove", "", true),
                new Change("/api/searches/{name}/remove", "/api/searches/nothing/remove", "", true));
    }

    @Test
    void everyAnswerIsAsItsSchemaSays() {
        index.add(EditsPageTest.edited(SampleIndex.rally(), "<lice>", "rats", null), List.of());
        List<String> problems = new ArrayList<>();
        Map<String, List<String>> calls = calls();
        Set<String> called = new TreeSet<>(calls.keySet());
        for (Change change : changes()) {
            problems.addAll(problems(change.path(), "post", change.send(desk)));
            called.add(change.path());
        }
        calls.forEach(
                (path, addresses) -> addresses.forEach(address -> problems.addAll(problems(path, desk.get(address)))));

        assertThat(problems).isEmpty();
        assertThat(called).containsExactlyInAnyOrderElementsOf(names(description.get("paths")));
        index.takeDown();
        for (String path : List.of("/health", "/api/statements", "/api/statements.jsonl")) {
            HttpResponse<String> answer = desk.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(problems(path, answer)).isEmpty();
        }
    }

    @Test
    void anAnswerThatIsNotAsDescribedIsNoticed() {
        HttpResponse<String> answer = desk.get("/api/statements");

        assertThat(problems("/api/edits", answer)).isNotEmpty();
        assertThat(problems("/api/statements", desk.get("/"))).isNotEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhereAndEverythingIsReferredTo() {
        Set<String> used = new HashSet<>();
        collect(description, used);
        Set<String> there = new HashSet<>();
        for (String kind : List.of("schemas", "parameters", "responses")) {
            names(description.get("components").get(kind))
                    .forEach(name -> there.add("#/components/" + kind + '/' + name));
        }
        assertThat(used).containsExactlyInAnyOrderElementsOf(there);
        assertThat(description.get("openapi").asString()).startsWith("3.1");
    }

    @Test
    void theDescriptionIsValidByTheSpecificationsOwnSchema() {
        String id = "https://spec.openapis.org/oas/3.1/schema/2022-10-07";
        Schema official = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(id, officialSchema())))
                .getSchema(SchemaLocation.of(id));
        JsonNode broken = description.deepCopy();
        ((ObjectNode) broken.get("info")).remove("version");

        assertThat(official.validate(description)).isEmpty();
        assertThat(official.validate(broken)).as("without its version").isNotEmpty();
        Schema ofSchemas = registry.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        for (String name : names(description.at("/components/schemas"))) {
            assertThat(ofSchemas.validate(description.at("/components/schemas").get(name)))
                    .as(name)
                    .isEmpty();
        }
    }

    /** As published by the OpenAPI Initiative; carried by a library, so that no test asks the internet. */
    private static String officialSchema() {
        String path = "/spec.openapis.org/oas/3.1/schema/2022-10-07";
        try (InputStream in = Objects.requireNonNull(OpenApiTest.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyParameterOfASearchIsDescribed() {
        String known = desk.get("/api/statements?nothingofthekind=1").body();
        List<String> names = new ArrayList<>();
        description
                .get("paths")
                .get("/api/statements")
                .get("get")
                .get("parameters")
                .forEach(reference -> names.add(description
                        .at(reference.get("$ref").asString().substring(1))
                        .get("name")
                        .asString()));
        assertThat(known)
                .contains("known: " + String.join(", ", names.stream().sorted().toList()));
    }

    private List<String> problems(String path, HttpResponse<String> answer) {
        return problems(path, "get", answer);
    }

    private List<String> problems(String path, String method, HttpResponse<String> answer) {
        JsonNode operation = description.get("paths").get(path).get(method);
        JsonNode response = operation.get("responses").get(Integer.toString(answer.statusCode()));
        String call = answer.request().uri() + " (" + answer.statusCode() + "): ";
        if (response == null) {
            return List.of(call + "a status that is not described");
        }
        JsonNode resolved = response.has("$ref")
                ? description.at(response.get("$ref").asString().substring(1))
                : response;
        if (!resolved.has("content")) {
            return answer.body().isEmpty() ? List.of() : List.of(call + "a body that is not described");
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        JsonNode content = resolved.get("content").get(type);
        if (content == null) {
            return List.of(call + "a content type that is not described: " + type);
        }
        Schema schema = schema(content.get("schema"));
        List<String> bodies = type.equals(JSON_TYPE)
                ? List.of(answer.body())
                : answer.body().lines().toList();
        List<String> problems = new ArrayList<>();
        for (String body : bodies) {
            for (Error error : schema.validate(JSON.readTree(body))) {
                problems.add(call + error);
            }
        }
        return problems;
    }

    /** One schema of the description, with all that it may refer to. */
    private Schema schema(JsonNode node) {
        var whole = JSON.createObjectNode();
        whole.setAll((ObjectNode) node);
        whole.set("components", description.get("components"));
        return registry.getSchema(whole);
    }

    private static List<SourceHealth> sources() {
        Instant at = Instant.parse("2031-06-12T08:00:00Z");
        LocalDate day = LocalDate.parse("2031-06-12");
        TreeMap<String, Long> out = new TreeMap<>(Map.of("emitted", 3L));
        return SourceHealth.of(
                List.of(
                        new SourceDay("halden-courier", day, "one", 1, 0, 3, 1, out, at, null, null, at),
                        new SourceDay("beacon", day, "one", 0, 1, 0, 0, new TreeMap<>(), null, at, "dns: x", at)),
                at);
    }

    private static void collect(JsonNode node, Set<String> used) {
        node.forEach(child -> collect(child, used));
        if (node.has("$ref")) {
            used.add(node.get("$ref").asString());
        }
    }

    private static List<String> names(JsonNode node) {
        return new ArrayList<>(node.propertyNames());
    }
}
