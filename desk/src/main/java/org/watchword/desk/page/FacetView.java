package org.watchword.desk.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values by which a search can be narrowed in one way.
 *
 * @param id the filter's parameter name
 * @param title what they are
 * @param groups the values, in groups with or without a heading
 */
public record FacetView(String id, String title, List<Group> groups) {

    /**
     * Values that belong together.
     *
     * @param heading name of the group; null when they need none
     * @param headingOption chooses the whole group; null when it cannot be chosen
     * @param options shown at once
     * @param more shown when asked for
     */
    public record Group(
            @Nullable String heading, @Nullable Option headingOption, List<Option> options, List<Option> more) {}

    /**
     * A value as a link that chooses it or takes the choice back.
     *
     * @param label its name
     * @param count statements that have it, as text; empty when not known
     * @param chosen whether the search is narrowed by it now
     * @param href the search with this value toggled
     */
    public record Option(String label, String count, boolean chosen, String href) {}

    /** Whether there is anything to choose. */
    public boolean isEmpty() {
        return groups.stream().allMatch(group -> group.options().isEmpty());
    }

    /** Whether a value is chosen now. */
    public boolean isActive() {
        return groups.stream()
                .anyMatch(group -> chosen(group.headingOption())
                        || group.options().stream().anyMatch(Option::chosen)
                        || group.more().stream().anyMatch(Option::chosen));
    }

    private static boolean chosen(@Nullable Option option) {
        return option != null && option.chosen();
    }
}
