package org.watchword.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.watchword.model.Category;
import org.watchword.model.GuardNote;

/** Pages whose every word would run as a program where it is put into a page without care. */
final class HostilePages {

    private static final Pattern UNIT = Pattern.compile("\\\\u([0-9a-f]{4})");

    private HostilePages() {}

    /** The payloads of {@code hostile/payloads.txt}; each that runs adds its number to {@code top.ran}. */
    static List<String> payloads() {
        try (InputStream in = Objects.requireNonNull(HostilePages.class.getResourceAsStream("/hostile/payloads.txt"))) {
            List<String> payloads = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String ran = "(top.ran=top.ran||[]).push(" + payloads.size() + ")";
                    payloads.add(UNIT.matcher(line.replace("RAN", ran))
                            .replaceAll(unit -> java.util.regex.Matcher.quoteReplacement(
                                    String.valueOf((char) Integer.parseInt(unit.group(1), 16)))));
                }
            }
            return payloads;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A page that has the payload wherever a page can have one. */
    static TestingPage page(int number, String payload) {
        TestingPage page = new TestingPage(
                "https://hostile.example/" + number + "/" + payload,
                payload,
                payload,
                "en",
                "2031-05-17T18:40:00Z",
                payload,
                "Before it. " + payload + " said nothing. After it.");
        return page.quote(
                payload,
                payload,
                payload,
                "said",
                page.flag(
                        Category.DEHUMANIZATION_VERMIN, payload, payload, payload, new GuardNote("negation", payload)));
    }
}
