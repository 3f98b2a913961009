package org.watchword.desk.page;

import java.util.List;
import org.watchword.desk.request.SearchRequest;
import org.watchword.desk.rule.GroupNames;

/**
 * The page that asks again for what a search could not be saved with.
 *
 * @param problem why it was not saved
 * @param name as it was given
 * @param description as it was given
 * @param parameters the search, as in an address
 * @param text the words looked for; empty for any
 * @param chips what narrows it
 */
public record SaveView(
        String problem, String name, String description, String parameters, String text, List<Chip> chips) {

    static SaveView of(
            String problem,
            String name,
            String description,
            String parameters,
            SearchRequest search,
            GroupNames groups) {
        return new SaveView(problem, name, description, parameters, search.text(), Chip.of(search, groups));
    }
}
