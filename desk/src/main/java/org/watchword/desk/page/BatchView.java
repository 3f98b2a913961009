package org.watchword.desk.page;

import java.util.List;
import org.watchword.desk.batch.BatchCount;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchRequest;
import org.watchword.desk.rule.GroupNames;
import org.watchword.index.Facet;
import org.watchword.index.StatementSummary;

/**
 * The page of a batch.
 *
 * @param csv what was sent; empty when nothing was yet
 * @param rows what came of it
 */
public record BatchView(String csv, List<Row> rows) {

    /**
     * One search counted, or the reason why it was not.
     *
     * @param kept the name it is kept under since; empty when nobody asked for that, or it was refused
     * @param groups names of groups
     */
    public record Row(BatchCount count, String kept, GroupNames groups) {

        public String keptHref() {
            return Paths.saved(kept);
        }

        public long number() {
            return count.line().number();
        }

        public String name() {
            SearchRequest search = count.line().search();
            return !count.line().name().isEmpty() || search == null
                    ? count.line().name()
                    : search.text();
        }

        public String href() {
            SearchRequest search = count.line().search();
            return search == null ? "" : SearchAddress.page(search);
        }

        public List<Chip> chips() {
            SearchRequest search = count.line().search();
            return search == null ? List.of() : Chip.of(search, groups);
        }

        public String text() {
            SearchRequest search = count.line().search();
            return search == null ? "" : search.text();
        }

        public String statements() {
            StatementSummary summary = count.summary();
            return summary == null ? "" : Labels.number(summary.total());
        }

        public String flagged() {
            return status("flagged");
        }

        public String context() {
            return status("context");
        }

        public String outlets() {
            StatementSummary summary = count.summary();
            return summary == null ? "" : Labels.number(summary.outlets());
        }

        private String status(String status) {
            StatementSummary summary = count.summary();
            return summary == null ? "" : Labels.number(summary.count(Facet.STATUS, status));
        }
    }

    public long bad() {
        return rows.stream().filter(row -> row.count().summary() == null).count();
    }
}
