package org.watchword.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTextTest {

    private final DateText dates = new DateText();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2019-11-18T12:00:00Z                   |    | 2019-11-18T12:00Z
                    2019-11-18T12:00:00+0530               |    | 2019-11-18T12:00+05:30
                    2019-11-18T23:30:00-05:00              |    | 2019-11-18T23:30-05:00
                    2019-11-18T12:00:00.123+01:00          |    | 2019-11-18T12:00+01:00
                    2019-11-18 12:00:00                    |    | 2019-11-18T12:00Z
                    2019-11-18                             |    | 2019-11-18T00:00Z
                    2019/11/18                             |    | 2019-11-18T00:00Z
                    20191118                               |    | 2019-11-18T00:00Z
                    20191118T0930Z                         |    | 2019-11-18T09:30Z
                    1574078400                             |    | 2019-11-18T12:00Z
                    1574078400000                          |    | 2019-11-18T12:00Z
                    Mon, 18 Nov 2019 12:00:00 GMT          | en | 2019-11-18T12:00Z
                    Mon, 18 Nov 2019 12:00:00 +0200        | en | 2019-11-18T12:00+02:00
                    November 18, 2019 at 6:05 pm EST       | en | 2019-11-18T18:05-05:00
                    Nov. 18th, 2019                        | en | 2019-11-18T00:00Z
                    18 November 2019                       | en | 2019-11-18T00:00Z
                    18th of November, 2019                 | en | 2019-11-18T00:00Z
                    11/18/2019                             | en | 2019-11-18T00:00Z
                    3/4/2019                               | en | 2019-03-04T00:00Z
                    3/4/2019                               | fr | 2019-04-03T00:00Z
                    3/4/2019                               | en-GB | 2019-04-03T00:00Z
                    18/Nov/2019                            | en | 2019-11-18T00:00Z
                    18-Nov-19                              | en | 2019-11-18T00:00Z
                    18 Nov 19 14:20                        | en | 2019-11-18T14:20Z
                    2019. 11. 18.                          | hu | 2019-11-18T00:00Z
                    18.11.2019                             | de | 2019-11-18T00:00Z
                    18.11.19, 14:20 Uhr                    | de | 2019-11-18T14:20Z
                    3. März 2019                           | de | 2019-03-03T00:00Z
                    3. Jänner 2019                         | de | 2019-01-03T00:00Z
                    1er mars 2019                          | fr | 2019-03-01T00:00Z
                    18 août 2019 à 14h20                   | fr | 2019-08-18T14:20Z
                    18 de noviembre de 2019                | es | 2019-11-18T00:00Z
                    18 de março de 2019                    | pt | 2019-03-18T00:00Z
                    18 ноября 2019                         | ru | 2019-11-18T00:00Z
                    18 мая 2019 г., 09:05                  | ru | 2019-05-18T09:05Z
                    18 Kasım 2019                          | tr | 2019-11-18T00:00Z
                    18 listopada 2019                      | pl | 2019-11-18T00:00Z
                    18. listopada 2019.                    | hr | 2019-10-18T00:00Z
                    18 նոյեմբերի, 2019                     | hy | 2019-11-18T00:00Z
                    18 noyabr 2019                         | az | 2019-11-18T00:00Z
                    18 листопада 2019                      | uk | 2019-11-18T00:00Z
                    18 ნოემბერი, 2019                      | ka | 2019-11-18T00:00Z
                    18 Νοεμβρίου 2019                      | el | 2019-11-18T00:00Z
                    18. listopadu 2019                     | cs | 2019-11-18T00:00Z
                    18 noiembrie 2019                      | ro | 2019-11-18T00:00Z
                    18 november 2019                       | nl | 2019-11-18T00:00Z
                    18 novembre 2019                       | it | 2019-11-18T00:00Z
                    18. marraskuuta 2019                   | fi | 2019-11-18T00:00Z
                    2019. november 18.                     | hu | 2019-11-18T00:00Z
                    2019 m. lapkričio 18 d.                | lt | 2019-11-18T00:00Z
                    2019. gada 18. novembris               | lv | 2019-11-18T00:00Z
                    ngày 18 tháng 11 năm 2019              | vi | 2019-11-18T00:00Z
                    18 בנובמבר 2019                        | he | 2019-11-18T00:00Z
                    ١٨ نوفمبر ٢٠١٩                         | ar | 2019-11-18T00:00Z
                    18 تشرين الثاني 2019                   | ar | 2019-11-18T00:00Z
                    18 نونبر 2019                          | ar | 2019-11-18T00:00Z
                    ۲۷ آبان ۱۳۹۸                           | fa | 2019-11-18T00:00Z
                    ۱۳۹۸/۰۸/۲۷ - ۱۴:۲۰                      | fa | 2019-11-18T14:20Z
                    27 عقرب 1398                           | fa | 2019-11-18T00:00Z
                    Mon Nov 18 15:28:56 CET 2019           | de | 2019-11-18T15:28:56+01:00
                    2019年11月18日                          | ja | 2019-11-18T00:00Z
                    2019년 11월 18일                         | ko | 2019-11-18T00:00Z
                    Published 9:41 AM, 18 November 2019    | en | 2019-11-18T09:41Z
                    """)
    void readsTheDatesOfThePress(String text, String language, String expected) {
        PageDate read = Objects.requireNonNull(dates.field(text, language == null ? "" : language));
        assertThat(read.at()).isEqualTo(OffsetDateTime.parse(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "1969-12-31",
        "31.02.2020",
        "13/13/2020",
        "2020-00-10",
        "May I come in",
        "12345",
        "version 1.2.3.4",
        "0001-01-01T00:00:00Z",
        "tomorrow"
    })
    void passesOverWhatIsNoPublicationDate(String text) {
        assertThat(dates.field(text, "en")).isNull();
    }

    @Test
    void readsTheFirstDateOfALine() {
        PageDate read = Objects.requireNonNull(dates.visible("Posted on 4 May 2020, updated 6 May 2020", "en"));
        assertThat(read.at()).isEqualTo(OffsetDateTime.parse("2020-05-04T00:00Z"));
        assertThat(read.from()).isEqualTo(10);
        assertThat(read.timed()).isFalse();
    }
}
