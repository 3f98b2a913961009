package org.watchword.desk.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Locale;

/** Renders page records by the template of the same name. Thread-safe. */
public final class Pages {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), "org.watchword.desk.page.generated");

    /** The page as HTML: {@code SearchView} by {@code search.jte}, and so on. */
    public String render(Record view) {
        String name = view.getClass().getSimpleName().replace("View", "").toLowerCase(Locale.ROOT);
        StringOutput page = new StringOutput();
        engine.render(name + ".jte", view, new VisibleOutput(page));
        return page.toString();
    }
}
