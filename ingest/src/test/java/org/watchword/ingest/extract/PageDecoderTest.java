package org.watchword.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageDecoderTest {

    private static final String LATIN = "<p>Der Bürgermeister sagte: „Größe“ – naïve Façade, 5 €.</p>";
    private static final String CYRILLIC =
            "<p>Новый мост через реку Велму открыли во вторник утром, сообщила глава посёлка.</p>";

    @ParameterizedTest
    @CsvSource({
        "UTF-8, text/html; charset=utf-8, ''",
        "UTF-8, text/html, <meta charset=utf-8>",
        "UTF-8, text/html; charset=iso-8859-1, ''",
        "UTF-8, '', <meta charset=windows-1252>",
        "UTF-8, '', ''",
        "windows-1252, text/html; charset=ISO-8859-1, ''",
        "windows-1252, text/html, <meta http-equiv=content-type content='text/html; charset=iso-8859-1'>",
        "windows-1252, text/html; charset=utf-8, <meta charset=windows-1252>",
        "windows-1252, text/html; charset=no-such-charset, ''",
        "windows-1252, '', ''",
        "UTF-16LE, '', ''",
        "UTF-16BE, '', ''",
    })
    void readsWesternPages(String charset, String contentType, String head) {
        assertThat(decode(charset, contentType, head + LATIN)).isEqualTo(head + LATIN);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251, text/html; charset=windows-1251, ''",
        "windows-1251, text/html; charset=utf-8, ''",
        "windows-1251, '', ''",
        "KOI8-R, '', <meta charset=koi8-r>",
        "KOI8-R, '', ''",
        "UTF-8, text/html; charset=windows-1251, ''",
        "UTF-8, '', <?xml version='1.0' encoding='koi8-r'?>",
    })
    void readsCyrillicPages(String charset, String contentType, String head) {
        assertThat(decode(charset, contentType, head + CYRILLIC)).isEqualTo(head + CYRILLIC);
    }

    @ParameterizedTest
    @CsvSource({
        "Shift_JIS, 議会は火曜日に採決を行った。",
        "EUC-JP, 議会は火曜日に採決を行った。",
        "GB18030, 议会星期二举行了表决。",
        "EUC-KR, 의회는 화요일에 표결했다.",
        "windows-1254, İstanbul’da ışık",
        "windows-1253, Η βουλή ψήφισε"
    })
    void readsDeclaredCharsets(String charset, String text) {
        assertThat(decode(charset, "text/html; charset=" + charset, text)).isEqualTo(text);
    }

    @Test
    void byteOrderMarkDecides() {
        byte[] text = LATIN.getBytes(StandardCharsets.UTF_8);
        byte[] marked = new byte[text.length + 3];
        marked[0] = (byte) 0xEF;
        marked[1] = (byte) 0xBB;
        marked[2] = (byte) 0xBF;
        System.arraycopy(text, 0, marked, 3, text.length);
        assertThat(PageDecoder.decode(marked, "text/html; charset=koi8-r")).isEqualTo(LATIN);
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void byteOrderMarkNamesWideCharsets(String charset) {
        assertThat(decode(charset, null, "\uFEFF" + LATIN)).isEqualTo(LATIN);
    }

    @Test
    void aPageThatSaysUtf8IsReadSoThoughSomeBytesAreDamaged() {
        byte[] sentence = "“It’s over,” the café’s owner said. ".getBytes(StandardCharsets.UTF_8);
        byte[] text = new byte[sentence.length * 2 + 3];
        System.arraycopy(sentence, 0, text, 0, sentence.length);
        System.arraycopy(sentence, 0, text, sentence.length + 3, sentence.length);
        text[sentence.length] = (byte) 0xFF;
        text[sentence.length + 1] = (byte) 0x92;
        text[sentence.length + 2] = ' ';
        assertThat(PageDecoder.decode(text, "text/html; charset=utf-8"))
                .contains("“It’s over,” the café’s owner said.");
    }

    @Test
    void oneDamagedCharacterDoesNotSpoilAUtf8Page() {
        byte[] text = CYRILLIC.repeat(5).getBytes(StandardCharsets.UTF_8);
        text[20] = (byte) 0xFF;
        assertThat(PageDecoder.decode(text, "text/html; charset=utf-8")).contains("открыли во вторник утром");
    }

    private static String decode(String charset, @Nullable String contentType, String text) {
        String header = contentType == null || contentType.isEmpty() ? null : contentType;
        return PageDecoder.decode(text.getBytes(Charset.forName(charset)), header);
    }
}
