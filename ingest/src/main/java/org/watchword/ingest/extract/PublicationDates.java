package org.watchword.ingest.extract;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.page.PageSelectors;

/**
 * When a page says it was published and last changed. What it writes for machines comes first, then what it prints beside the headline,
 * then its address, then dates elsewhere on the page; and each is held against the others:
 *
 * <ul>
 *   <li>A declared UTC moment of the evening or night is of the neighbouring day where the page is read. Where the page prints that
 *       day, or has it in its address, the moment is given at the offset that agrees; the instant stays.
 *   <li>A "published" that is the same moment as "modified" is the stamp of the last edit; an earlier day printed beside the headline
 *       is the day of publication.
 *   <li>A page that prints the day of its last change beside the headline as its date, without a word such as "updated", is dated by
 *       it: that is the day of the words as they stand, and the one a reader finds.
 *   <li>A page that gives no other day is of the day of its last change, where it shows that beside the headline or as the only one.
 *   <li>Nothing is published more than a day after it was captured.
 * </ul>
 */
final class PublicationDates {

    /** Clocks of sites and zones without a name. */
    private static final Duration SLACK = Duration.ofDays(1);

    private final @Nullable PageDate selectedPublished;
    private final @Nullable PageDate selectedModified;
    private final @Nullable PageDate stated;
    private final @Nullable PageDate modified;
    private final @Nullable OffsetDateTime published;
    private final DeclaredDates declared;
    private final PrintedDates printed;
    private final @Nullable PageDate address;

    PublicationDates(
            PageFacts page,
            DateText reader,
            @Nullable String language,
            @Nullable String title,
            @Nullable Instant capturedAt,
            SelectedFields selected) {
        String code = DateOrder.language(language, page.addresses());
        Predicate<PageDate> believable =
                date -> capturedAt == null || date.at().toInstant().isBefore(capturedAt.plus(SLACK));
        Element headline = Headline.element(page, title);
        var others = new OtherArticles(headline, new TeaserLinks(page, title), page.hints());
        declared = new DeclaredDates(page, reader, code, others, believable);
        printed = new PrintedDates(page, headline, others, declared, reader, code, believable);
        address = AddressDate.of(page, reader);
        selectedPublished = first(selected.all(PageSelectors.Field.PUBLISHED));
        selectedModified = first(selected.all(PageSelectors.Field.MODIFIED));
        stated = declared.published();
        modified = declared.modified();
        published = weighed();
    }

    @Nullable
    OffsetDateTime published() {
        return published;
    }

    private @Nullable OffsetDateTime weighed() {
        if (selectedPublished != null) {
            return selectedPublished.at();
        }
        PrintedDates.Printed near = printed.near();
        if (stated != null) {
            return near == null ? atDayOf(address, stated) : against(near, stated);
        }
        if (near != null && isOutright(near)) {
            return near.date().at();
        }
        if (address != null) {
            return address.at();
        }
        if (near != null) {
            return near.date().at();
        }
        PageDate perhaps = declared.perhaps();
        PrintedDates.Printed far = printed.far();
        if (far != null && (perhaps == null || far.kind().compareTo(PrintedDates.Kind.TIME) <= 0)) {
            return far.date().at();
        }
        PrintedDates.Printed updated = printed.updated();
        if (perhaps != null) {
            return perhaps.at();
        }
        if (updated != null && ((updated.near() && updated.ring() == 0) || printed.agreeOnUpdate())) {
            return updated.date().at();
        }
        return null;
    }

    @Nullable
    OffsetDateTime modified() {
        if (selectedModified != null) {
            return selectedModified.at();
        }
        PrintedDates.Printed updated = printed.updated();
        PageDate found = modified != null ? modified : updated == null ? null : updated.date();
        boolean before = found != null && published != null && found.day().isBefore(published.toLocalDate());
        return found == null || before ? null : found.at();
    }

    private @Nullable PageDate first(List<Element> elements) {
        return elements.stream()
                .map(declared::of)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Printed beside the headline as the date of the page, and not at odds with the address. */
    private boolean isOutright(PrintedDates.Printed near) {
        return switch (near.kind()) {
            case PUBLISHED, TIME -> near.ring() == 0 && (address == null || isNear(address, near.date()));
            case NAMED, TEXT -> near.ring() == 0 && address != null && isNear(address, near.date());
            case UPDATED -> false;
        };
    }

    private static boolean isNear(PageDate a, PageDate b) {
        return Math.abs(ChronoUnit.DAYS.between(a.day(), b.day())) <= 1;
    }

    private OffsetDateTime against(PrintedDates.Printed near, PageDate given) {
        PageDate shown = near.date();
        if (shown.day().equals(given.day())) {
            return given.at();
        }
        if (given.isUtcMoment()) {
            OffsetDateTime there = given.asPrinted(shown);
            if (there != null) {
                return there;
            }
        }
        boolean printsLater = shown.day().isAfter(given.day());
        if (printsLater && modified != null && shown.day().equals(modified.day())) {
            return modified.at();
        }
        if (near.ring() > 0 || modified == null) {
            return given.at();
        }
        boolean isLastEdit =
                given.timed() && modified.at().toInstant().equals(given.at().toInstant());
        return isLastEdit && shown.day().isBefore(given.day()) ? shown.at() : given.at();
    }

    private static OffsetDateTime atDayOf(@Nullable PageDate address, PageDate given) {
        if (address == null || !given.isUtcMoment() || address.day().equals(given.day())) {
            return given.at();
        }
        OffsetDateTime there = given.asPrinted(address);
        return there == null ? given.at() : there;
    }
}
