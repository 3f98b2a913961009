package org.watchword.analyze.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchword.analyze.story.TestingTexts.MONDAY;
import static org.watchword.analyze.story.TestingTexts.changed;
import static org.watchword.analyze.story.TestingTexts.page;
import static org.watchword.analyze.story.TestingTexts.text;
import static org.watchword.analyze.story.TestingTexts.words;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.watchword.model.StoryMember;

class StoryGroupsTest {

    private static final String WIRE = text(1, 300);
    private static final Duration WINDOW = StorySettings.defaults().window();

    private final InMemoryStoryMemory memory = new InMemoryStoryMemory();
    private final StoryGroups groups = new StoryGroups(StorySettings.defaults(), memory);
    private final Map<String, String> told = new TreeMap<>();
    private Instant now = MONDAY;

    private List<StoryMember> take(PageSketch page) {
        List<StoryMember> changes = groups.take(page, now);
        changes.forEach(member -> told.put(member.documentId(), member.story()));
        return changes;
    }

    @Test
    void pageWithoutCopiesIsNotToldOf() {
        assertThat(take(page("b", WIRE))).isEmpty();
        assertThat(take(page("c", text(2, 300)))).isEmpty();
    }

    @Test
    void copiesBearTheSmallestId() {
        take(page("b", WIRE));
        assertThat(take(page("c", changed(WIRE, 20))))
                .extracting(StoryMember::documentId)
                .containsExactly("c");
        assertThat(told).isEqualTo(Map.of("c", "b"));

        assertThat(take(page("a", words(WIRE, 0, 150))))
                .extracting(StoryMember::documentId)
                .containsExactly("a", "b", "c");
        assertThat(told).isEqualTo(Map.of("a", "a", "b", "a", "c", "a"));
    }

    @Test
    void memberNamesTheStatementsOfItsPage() {
        take(page("b", WIRE));

        assertThat(take(page("c", WIRE))).singleElement().satisfies(member -> assertThat(member.statements())
                .containsExactly(StoryMember.Wording.of("c-s", "We shall talk!")));
    }

    @Test
    void versionsOfOnePageAreNotCopiesOfEachOther() {
        take(page("b", WIRE));

        assertThat(take(page("b", changed(WIRE, 20)))).isEmpty();
        assertThat(memory.place("b").orElseThrow().links()).isEmpty();
    }

    @Test
    void pageThatChangedLeavesItsStory() {
        take(page("a", WIRE));
        take(page("b", WIRE));
        take(page("c", WIRE));

        assertThat(take(page("a", text(2, 300))))
                .extracting(StoryMember::documentId)
                .containsExactly("b", "c");
        assertThat(told).containsEntry("b", "b").containsEntry("c", "b").doesNotContainKey("a");
        assertThat(take(page("c", text(3, 300)))).singleElement().satisfies(member -> {
            assertThat(member.documentId()).isEqualTo("c");
            assertThat(member.story()).isEqualTo("c");
        });
    }

    @Test
    void storyThatOnePageHeldTogetherFallsApartWithoutIt() {
        take(page("a", words(WIRE, 0, 160)));
        take(page("z", words(WIRE, 140, 300)));
        take(page("m", WIRE));
        assertThat(told).isEqualTo(Map.of("m", "a", "z", "a"));

        take(page("m", text(2, 300)));
        assertThat(told).containsEntry("z", "z").containsEntry("m", "m");
    }

    @Test
    void everyOrderOfArrivalEndsInTheSameStories() {
        List<PageSketch> pages = new ArrayList<>();
        for (int story = 0; story < 4; story++) {
            String wire = text(100 + story, 200 + 40 * story);
            pages.add(page("p" + story * 7 % 10 + "0", wire));
            pages.add(page("p" + story * 3 % 10 + "1", changed(wire, 15)));
            pages.add(page("p" + story * 9 % 10 + "2", words(wire, 0, 100)));
            pages.add(page("p" + story * 6 % 10 + "3", "By our own hand. " + wire + ' ' + text(200 + story, 50)));
            pages.add(page("p" + story + "4", text(300 + story, 150)));
        }
        Map<String, String> expected = null;
        for (int seed = 0; seed < 12; seed++) {
            List<PageSketch> shuffled = new ArrayList<>(pages);
            Collections.shuffle(shuffled, new Random(seed));
            StoryGroups fresh = new StoryGroups(StorySettings.defaults(), new InMemoryStoryMemory());
            Map<String, String> stories = new TreeMap<>();
            pages.forEach(page -> stories.put(page.documentId(), page.documentId()));
            for (int i = 0; i < shuffled.size(); i++) {
                fresh.take(shuffled.get(i), MONDAY).forEach(m -> stories.put(m.documentId(), m.story()));
                // Delivered again, as after a crash.
                fresh.take(shuffled.get(i / 2), MONDAY).forEach(m -> stories.put(m.documentId(), m.story()));
            }
            expected = expected == null ? stories : expected;
            assertThat(stories).as("seed %d", seed).isEqualTo(expected);
        }
        assertThat(java.util.Objects.requireNonNull(expected).values().stream().distinct())
                .hasSize(8);
    }

    @Test
    void newStatementsOfAnOldTextAreTold() {
        take(page("a", WIRE));
        PageSketch copy = page("b", WIRE);
        take(copy);
        PageSketch more = copy.stating(List.of(StoryMember.Wording.of("b-t", "Later found.")));

        assertThat(take(more)).containsExactly(new StoryMember("b", "a", more.statements()));
    }

    @Test
    void capturesFurtherApartThanTheWindowAreNotCompared() {
        take(page("a", WIRE, MONDAY));

        assertThat(take(page("b", WIRE, MONDAY.plus(WINDOW).plusSeconds(1)))).isEmpty();
        assertThat(take(page("c", WIRE, MONDAY.plus(WINDOW)))).isNotEmpty();
    }

    @Test
    void storyIsForgottenWhenAllItsPagesAreOld() {
        take(page("a", WIRE));
        now = now.plus(Duration.ofDays(60));
        take(page("b", WIRE));
        take(page("x", text(2, 300)));
        now = now.plus(Duration.ofDays(40));

        assertThat(groups.forget(now)).isEqualTo(1);
        assertThat(memory.place("a").orElseThrow().open()).isFalse();
        assertThat(take(page("c", WIRE))).as("by way of the younger copy").isNotEmpty();
        assertThat(told).containsEntry("c", "a");

        now = now.plus(WINDOW).plusSeconds(1);
        while (groups.forget(now) > 0) {}
        assertThat(memory.size()).isZero();
    }

    @Test
    void pageReplayedAfterItsTimeStaysInItsStory() {
        take(page("a", WIRE));
        take(page("b", WIRE));
        now = now.plus(WINDOW).minusSeconds(1);
        take(page("c", WIRE));
        now = now.plusSeconds(2);
        groups.forget(now);

        take(page("b", WIRE));
        assertThat(told).isEqualTo(Map.of("b", "a", "c", "a"));
        assertThat(memory.place("b").orElseThrow().links()).containsExactly("a", "c");
    }
}
