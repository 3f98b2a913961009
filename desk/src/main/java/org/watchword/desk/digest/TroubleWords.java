package org.watchword.desk.digest;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.health.CoverageDay;
import org.watchword.desk.health.SourceHealth;

/** What is wrong with a source, in the language of a digest. What a server answered stays as it was noted. */
final class TroubleWords {

    private static final String UNKNOWN = "–";

    private final DigestLanguage language;
    private final ZoneId zone;

    TroubleWords(DigestLanguage language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
    }

    /** In a word or two. */
    String condition(SourceHealth source) {
        return language.say("condition." + id(source));
    }

    /** In a sentence. */
    String of(SourceHealth source) {
        String published = source.days().stream()
                .filter(day -> day.articles() > 0)
                .map(CoverageDay::day)
                .reduce((earlier, later) -> later)
                .map(day -> language.day(day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC))
                .orElse(UNKNOWN);
        return language.say(
                "trouble." + id(source),
                Map.of(
                        "words", source.words(),
                        "read", minute(source.lastSuccess()),
                        "problem", Objects.requireNonNullElse(source.problem(), UNKNOWN),
                        "published", published));
    }

    private String minute(@Nullable Instant at) {
        return at == null ? UNKNOWN : language.minute(at, zone);
    }

    private static String id(SourceHealth source) {
        return source.condition().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
