package org.watchword.desk.page;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import org.watchword.desk.passage.HostileText;

/** Escapes every value for HTML, after making its deceptive characters visible; so that no template can forget to. */
public final class VisibleOutput extends OwaspHtmlTemplateOutput {

    public VisibleOutput(StringOutput page) {
        super(page);
    }

    @Override
    public void writeUserContent(String value) {
        super.writeUserContent(HostileText.visible(value));
    }
}
