package org.watchword.bench.faults;

import java.util.Random;

/**
 * News pages drawn from a seed: words without sense, and among them sentences that are quoted, attributed and flagged. One in twenty
 * repeats the article of another, as a wire story does. All are dated, long ago: a page without a date would go by that of its capture, and
 * so would one from the future.
 */
final class InventedPages {

    private static final int COPY_EVERY = 20;
    private static final int COPY_BACK = 7;
    private static final String[] WORDS =
            ("harbour council ferry market minister island budget river vote school bridge winter report people village spring water road"
                            + " office session member question answer letter ship captain evening morning city region parliament"
                            + " committee debate plan house street light garden library museum orchard tower valley meadow"
                            + " lantern carpenter baker sailor teacher doctor farmer painter printer miller potter weaver"
                            + " quietly slowly openly gladly rarely often again before after beside between under over")
                    .split(" ");
    private static final String[] NAMES = {
        "Ada Renn", "Tomas Verrick", "Ilse Corrow", "Jory Mendel", "Mirelle Dauntry", "Aldric Venmoor"
    };
    private static final String[] SENTENCES = {
        "“The islanders are rats and they will be driven out before %2$s,” %1$s said.",
        "%1$s said: “The harbour of %2$s was closed for two days.”",
        "“We were promised boats,” said %1$s of %2$s, “and we got a poster.”",
        "According to %1$s, the budget for %2$s will be voted on in spring.",
        "“The islanders are not rats, they are citizens of %2$s,” %1$s said.",
        "The ferry to %2$s left on time and the market was open."
    };

    private final long seed;

    InventedPages(long seed) {
        this.seed = seed;
    }

    /** The page of that number, the same whenever it is asked for. */
    String html(int number) {
        boolean copy = number % COPY_EVERY == COPY_EVERY - 1;
        int article = copy ? number - COPY_BACK : number;
        Random random = new Random(seed + 31L * article);
        StringBuilder html = new StringBuilder(
                        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Report ")
                .append(number)
                .append("</title><meta property=\"article:published_time\" content=\"2021-05-06T08:00:00Z\"></head>")
                .append("<body><article><h1>Report ")
                .append(number)
                .append("</h1>");
        for (int i = 0; i < 5; i++) {
            html.append("<p>").append(words(random, 13)).append(". ");
            html.append(SENTENCES[random.nextInt(SENTENCES.length)].formatted(
                    NAMES[random.nextInt(NAMES.length)], words(random, 2)));
            html.append(' ').append(words(random, 13)).append(".</p>");
        }
        return html.append("</article></body></html>").toString();
    }

    private static String words(Random random, int number) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < number; i++) {
            sentence.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return sentence.toString();
    }
}
