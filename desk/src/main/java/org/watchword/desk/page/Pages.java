package org.watchword.desk.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Locale;
import java.util.Map;
import org.watchword.desk.access.Visitor;

/** Renders page records by the template of the same name. Thread-safe. */
public final class Pages {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), "org.watchword.desk.page.generated");

    /** The page as HTML: {@code SearchView} by {@code search.jte}, and so on; the template gets it as {@code view}. */
    public String render(Record view, Visitor visitor) {
        return render(view, Map.of("view", view, "visitor", visitor));
    }

    /** A page that is not for a visitor but for a file. */
    public String render(Record view) {
        return render(view, Map.of("view", view));
    }

    private String render(Record view, Map<String, Object> parameters) {
        String name = view.getClass().getSimpleName().replace("View", "").toLowerCase(Locale.ROOT);
        StringOutput page = new StringOutput();
        engine.render(name + ".jte", parameters, new VisibleOutput(page));
        return page.toString();
    }
}
