package org.watchword.bench.robots;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.watchword.ingest.robots.ProductToken;
import org.watchword.ingest.robots.RobotsTxt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Share of robots.txt cases with the right verdict. */
@Command(
        name = "robots",
        description = {
            "Runs robots.txt conformance cases.",
            "FOLDER holds google_robots_cases.json, a list of {test, robots or robots_base64, agent, url, allowed}, and may hold"
                    + " google_valid_user_agents.json, a list of {agent, valid}. Exit code 1 when a case fails."
        })
public final class RobotsCommand implements Callable<Integer> {

    /** Tests of Google's extensions to RFC 9309 are named so. */
    private static final String EXTENSION = "GoogleOnly_";

    @Parameters(paramLabel = "FOLDER")
    private Path folder = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    private final JsonMapper json = JsonMapper.builder().build();

    private static final class Tally {
        private int right;
        private int all;

        void add(boolean rightly) {
            all++;
            right += rightly ? 1 : 0;
        }
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Tally standard = new Tally();
        Tally extensions = new Tally();
        Map<String, Tally> byTest = new TreeMap<>();
        for (JsonNode item : json.readTree(Files.readAllBytes(folder.resolve("google_robots_cases.json")))) {
            String test = item.get("test").asString();
            boolean allowed = RobotsTxt.parse(file(item), item.get("agent").asString())
                    .refusing(item.get("url").asString())
                    .isEmpty();
            boolean right = allowed == item.get("allowed").asBoolean();
            (test.startsWith(EXTENSION) ? extensions : standard).add(right);
            byTest.computeIfAbsent(test, name -> new Tally()).add(right);
            if (!right) {
                out.println("wrong: " + item);
            }
        }
        Tally names = names(out);
        byTest.forEach((test, tally) -> out.printf("%-45s %3d of %3d%n", test, tally.right, tally.all));
        out.printf("%-45s %3d of %3d%n", "the standard", standard.right, standard.all);
        out.printf("%-45s %3d of %3d%n", "Google's extensions", extensions.right, extensions.all);
        out.printf("%-45s %3d of %3d%n", "names of crawlers", names.right, names.all);
        boolean all = standard.right + extensions.right + names.right == standard.all + extensions.all + names.all;
        return all ? 0 : 1;
    }

    private Tally names(PrintWriter out) throws IOException {
        Tally names = new Tally();
        Path file = folder.resolve("google_valid_user_agents.json");
        if (Files.exists(file)) {
            for (JsonNode item : json.readTree(Files.readAllBytes(file))) {
                String agent = item.get("agent").asString();
                boolean right = ProductToken.isValid(agent) == item.get("valid").asBoolean();
                names.add(right);
                if (!right) {
                    out.println("wrong: " + item);
                }
            }
        }
        return names;
    }

    private static byte[] file(JsonNode item) {
        JsonNode coded = item.get("robots_base64");
        return coded == null
                ? item.get("robots").asString().getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(coded.asString());
    }
}
