package org.watchword.desk.timeline;

/** Text for the cells of tables that spreadsheets open. */
public final class CellText {

    private CellText() {}

    /**
     * With an apostrophe before it where a spreadsheet would take it for a formula, the way spreadsheets themselves mark text. As OWASP
     * advises on CSV injection; full-width forms are taken for formulas by some programs too.
     */
    public static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
