package org.watchword.desk;

import java.util.Map;
import org.watchword.desk.rule.GroupNames;

/** What the tests' groups are called; {@code tarn-people} has no name. */
public final class TestingGroups {

    public static final GroupNames NAMES = id -> Map.of("velmari", "Velmaris").getOrDefault(id, id);

    private TestingGroups() {}
}
