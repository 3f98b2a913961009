package org.watchword.desk.timeline;

/** What goes into the cells of a table that a spreadsheet may open. */
public final class Cells {

    private Cells() {}

    /** As OWASP advises on CSV injection; full-width forms are taken for formulas by some programs too. */
    public static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
