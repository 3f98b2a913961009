package org.watchword.ingest.extract;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.page.PageSelectors;
import org.watchword.ingest.page.PageSelectors.Field;

/** What the selectors of a source find on one page. */
final class SelectedFields {

    private static final int LONGEST_LINE = 400;

    private final PageSelectors selectors;
    private final Document html;

    SelectedFields(PageSelectors selectors, Document html) {
        this.selectors = selectors;
        this.html = html;
    }

    /** In the order of the page; none when there is no selector. */
    List<Element> all(Field field) {
        return selectors.of(field).<List<Element>>map(html::select).orElse(List.of());
    }

    /** The first match that says something, as one line; of a {@code meta} element its content. */
    @Nullable
    String line(Field field) {
        for (Element e : all(field)) {
            String line = line(e);
            if (line != null && line.length() <= LONGEST_LINE) {
                return line;
            }
        }
        return null;
    }

    static @Nullable String line(Element e) {
        return PlainText.lineOrNull(e.normalName().equals("meta") ? e.attr("content") : e.text());
    }

    /** A page of the selected body alone; null when nothing is selected or the selected holds no text. */
    @Nullable
    Document body() {
        List<Element> chosen = all(Field.BODY);
        if (chosen.stream().noneMatch(Element::hasText)) {
            return null;
        }
        Document shell = Document.createShell(html.location());
        for (Element e : chosen) {
            boolean inside = chosen.stream()
                    .anyMatch(other -> !other.equals(e) && e.parents().contains(other));
            if (!inside) {
                shell.body().appendChild(e.clone());
            }
        }
        selectors.of(Field.REMOVE).ifPresent(remove -> shell.select(remove).remove());
        return shell.body().hasText() ? shell : null;
    }

    /** The page without what is to be removed; the page itself when that is nothing. */
    Document kept() {
        Optional<String> remove = selectors.of(Field.REMOVE);
        if (remove.isEmpty() || html.select(remove.get()).isEmpty()) {
            return html;
        }
        Document copy = html.clone();
        copy.body().select(remove.get()).remove();
        return copy;
    }
}
