package org.watchword.desk.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.watchword.model.Analysis;
import org.watchword.model.Document;
import org.watchword.model.PageHistory;

/**
 * The page of a document's versions.
 *
 * @param document the version captured last
 * @param language what it is written in
 * @param history how the page's text has changed
 * @param revisions the changes, the latest first
 */
public record VersionsView(Document document, String language, PageHistory history, List<RevisionView> revisions) {

    /** The text around the edits is shown for so many changes; older ones show the edits alone. */
    private static final int IN_CONTEXT = 20;

    private static final int BRIEF_EDITS = 40;

    /** @param version the version with a digest */
    static VersionsView of(Analysis newest, Function<String, Optional<Analysis>> version) {
        PageHistory history = newest.history();
        String id = newest.document().id();
        int last = history.revisions().size() - 1;
        List<RevisionView> revisions = IntStream.rangeClosed(0, last)
                .mapToObj(i -> {
                    var revision = history.revisions().get(last - i);
                    return i < IN_CONTEXT
                            ? RevisionView.of(id, revision, version.apply(revision.to()))
                            : RevisionView.brief(id, revision, BRIEF_EDITS);
                })
                .toList();
        return new VersionsView(newest.document(), newest.annotation().language(), history, revisions);
    }

    public String title() {
        String title = document.title();
        return title == null || title.isBlank() ? document.url() : title;
    }

    public @Nullable String original() {
        return Labels.webLink(document.url());
    }

    public String documentHref() {
        return Paths.document(document.id(), document.textSha256());
    }

    public String apiHref() {
        return "/api/documents/" + Paths.segment(document.id());
    }
}
