package org.watchword.bench.discovery;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.watchword.ingest.address.WebAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Share of WHATWG URL cases that are read as the standard says. */
@Command(
        name = "urls",
        description = {
            "Reads addresses as the WHATWG URL Standard's test suite has them (urltestdata.json).",
            "Only cases about http and https count. An address is to equal the expected one put into our own spelling,"
                    + " which leaves out the fragment and the user; one without base or with a base of another kind is to be"
                    + " refused where the suite expects failure."
        })
public final class UrlsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Tally web = new Tally();
        Tally exact = new Tally();
        Tally failures = new Tally();
        int other = 0;
        for (JsonNode item : JsonMapper.shared().readTree(Files.readAllBytes(file))) {
            if (!item.isObject()) {
                continue;
            }
            boolean failure = item.path("failure").asBoolean(false);
            String href = item.path("href").asString("");
            if (!failure && !href.startsWith("http:") && !href.startsWith("https:")) {
                other++;
                continue;
            }
            String found = read(item);
            String wanted = failure
                    ? ""
                    : WebAddress.of(href).map(WebAddress::url).orElse("(no spelling of ours for " + href + ")");
            (failure ? failures : web).add(found.equals(wanted));
            if (!failure) {
                exact.add(found.equals(href.replaceFirst("#.*", "")));
            }
            if (!found.equals(wanted)) {
                out.printf(
                        "differs: %s from %s%n  expected %s%n  found    %s%n",
                        item.path("input"), item.path("base"), failure ? "refusal" : wanted, found);
            }
        }
        out.printf("%-40s %s%n", "http and https addresses", web);
        out.printf("%-40s %s%n", "of these in the standard's spelling", exact);
        out.printf("%-40s %s%n", "to be refused, and refused", failures);
        out.printf("%-40s %d%n", "left out: other schemes", other);
        return web.isPerfect() && failures.isPerfect() ? 0 : 1;
    }

    private static String read(JsonNode item) {
        String base = item.path("base").asString("");
        Optional<WebAddress> address = base.isEmpty() || base.equals("about:blank")
                ? WebAddress.of(item.path("input").asString())
                : WebAddress.of(base)
                        .flatMap(at -> at.resolve(item.path("input").asString()));
        return address.map(WebAddress::url).orElse("");
    }
}
