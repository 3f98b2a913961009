package org.watchword.desk.timeline;

import java.util.List;
import java.util.Map;
import org.watchword.desk.rule.GroupNames;
import org.watchword.index.StatementQuery;

/**
 * What is wanted of a timeline.
 *
 * @param title of it
 * @param query what it finds
 * @param asked the same as the user put it, by the names of the options; stands in the method note
 * @param collapse whether of the same words in copies of one text only the earliest is kept
 * @param anchors whether the place of the words in their page is wanted
 * @param columns of a table
 * @param links back to the desk
 * @param program name and version
 * @param models names of the language models
 * @param groups what the groups are called, in forms for people
 */
public record TimelineRequest(
        String title,
        StatementQuery query,
        Map<String, String> asked,
        boolean collapse,
        boolean anchors,
        List<Column> columns,
        Links links,
        String program,
        List<String> models,
        GroupNames groups) {}
