package org.watchword.ingest.extract;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.watchword.model.LowerCase;

/** The day that stands in a page's address: {@code /2026/05/03/}, {@code /20260503-}, {@code /2026/may/3/}. */
final class AddressDate {

    private static final Pattern PARTED =
            Pattern.compile("[/_-]((?:19|20)\\d\\d)[/_-](0?[1-9]|1[0-2])[/_-](0?[1-9]|[12]\\d|3[01])(?:[/_.-]|$)");
    private static final Pattern PACKED = Pattern.compile(
            "[/_-]((?:199|20[0-4])\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?:[/_.-]|$|\\d{4,6}[/_.-])");
    private static final Pattern NAMED =
            Pattern.compile("/((?:19|20)\\d\\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/(\\d{1,2})/");
    /** A web archive's address carries the day of capture. */
    private static final Pattern WEB_ARCHIVE = Pattern.compile("^https?://web\\.archive\\.org/web/\\d{14}\\w*/");

    private AddressDate() {}

    static @Nullable PageDate of(PageFacts page, DateText reader) {
        for (String url : page.addresses()) {
            String lower = WEB_ARCHIVE.matcher(LowerCase.of(url)).replaceFirst("/");
            for (Pattern pattern : List.of(PARTED, PACKED)) {
                Matcher m = pattern.matcher(lower);
                if (m.find()) {
                    return reader.field(m.group(1) + "-" + m.group(2) + "-" + m.group(3), "");
                }
            }
            Matcher m = NAMED.matcher(lower);
            if (m.find()) {
                return reader.field(m.group(3) + " " + m.group(2) + " " + m.group(1), "en");
            }
        }
        return null;
    }
}
