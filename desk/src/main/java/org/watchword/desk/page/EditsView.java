package org.watchword.desk.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.request.EditParameters;
import org.watchword.index.EditQuery;
import org.watchword.index.EditResult;
import org.watchword.index.EditedPage;
import org.watchword.model.PageEdits;
import org.watchword.model.Revision;

/**
 * The page of edited articles.
 *
 * @param query what was asked
 * @param total articles that match
 * @param hits this page of them
 * @param next the page that follows; null on the last
 */
public record EditsView(
        EditQuery query,
        long total,
        List<Hit> hits,
        @Nullable String next) {

    private static final int BRIEF_EDITS = 4;

    /** An edited article with the last change of its words. */
    public record Hit(EditedPage page, @Nullable RevisionView last) {

        static Hit of(EditedPage page) {
            List<Revision> changed = page.history().revisions().stream()
                    .filter(r -> r.kind().changesWords())
                    .toList();
            return new Hit(
                    page,
                    changed.isEmpty()
                            ? null
                            : RevisionView.brief(page.documentId(), changed.get(changed.size() - 1), BRIEF_EDITS));
        }

        public String title() {
            String title = page.title();
            return title == null || title.isBlank() ? page.url() : title;
        }

        public String href() {
            return Paths.versions(page.documentId());
        }

        public boolean isSilent() {
            return page.edited() == PageEdits.SILENT;
        }
    }

    static EditsView of(EditQuery query, EditResult result) {
        String next = result.next();
        return new EditsView(
                query,
                result.total(),
                result.hits().stream().map(Hit::of).toList(),
                next == null ? null : EditParameters.page(query, next));
    }

    public String totalLine() {
        return Labels.count(total, "article", "articles") + " edited" + (query.silentOnly() ? " silently" : "");
    }

    public @Nullable String newest() {
        return query.after() == null ? null : EditParameters.page(query, "");
    }

    public String apiHref() {
        return EditParameters.api(query);
    }
}
