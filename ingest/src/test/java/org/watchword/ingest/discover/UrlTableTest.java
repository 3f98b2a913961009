package org.watchword.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTableTest {

    private static List<UrlTable.Row> rows(String csv) throws Exception {
        List<UrlTable.Row> rows = new ArrayList<>();
        UrlTable.read(new StringReader(csv), "t.csv", rows::add);
        return rows;
    }

    @Test
    void columnsAreFoundByName() throws Exception {
        String csv = "\uFEFFTitle,URL,date,speaker,office,language,other\r\n"
                + "\"Bread, \"\"salt\"\"\nand water\",https://vale.example.org/a,2026-02-01,O. Oran,Speaker of the House,en,x\r\n"
                + "\r\n# a remark\r\n,https://vale.example.org/b,soon,,,,\r\n";
        List<UrlTable.Row> rows = rows(csv);
        assertThat(rows)
                .extracting(UrlTable.Row::link)
                .containsExactly(
                        new Link(
                                "https://vale.example.org/a",
                                null,
                                Instant.parse("2026-02-01T00:00:00Z"),
                                "Bread, \"salt\"\nand water",
                                false),
                        Link.to("https://vale.example.org/b"));
        assertThat(rows.get(0).speaker()).isEqualTo("O. Oran");
        assertThat(rows.get(0).office()).isEqualTo("Speaker of the House");
        assertThat(rows.get(0).language()).isEqualTo("en");
        assertThat(rows).extracting(UrlTable.Row::date).containsExactly(null, "soon");
    }

    @Test
    void plainLinesAreAddresses() throws Exception {
        assertThat(rows("https://vale.example.org/a\nhttps://vale.example.org/b\n"))
                .extracting(row -> row.link().url())
                .containsExactly("https://vale.example.org/a", "https://vale.example.org/b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "adress,title\nhttps://vale.example.org/a,x\n",
                "hello\n",
                "url,title\nhttps://x.example/,\"a\"b\n"
            })
    void whatIsNoTableIsRefused(String csv) {
        assertThatThrownBy(() -> rows(csv))
                .isInstanceOf(DiscoveryException.class)
                .hasMessageContaining("t.csv");
    }
}
