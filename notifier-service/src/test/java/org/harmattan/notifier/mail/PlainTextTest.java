package org.harmattan.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void linesBreakAtPlainSpacesOnly() {
        String text = new PlainText()
                .line("Incidents attendus dans les 30 prochains jours, dans cette région seule\u00a0: 4,2, au plus.")
                .toString();
        assertThat(text.lines()).allMatch(line -> line.length() <= 76);
        assertThat(text).contains("seule\u00a0:");
    }

    @Test
    void aSectionIsAListAndNothingWithoutSentences() {
        String text = new PlainText()
                .section("Why", List.of())
                .section(
                        "What",
                        List.of(
                                "one",
                                "two two two two two two two two two two two two two two two two two two two two"))
                .toString();
        assertThat(text)
                .isEqualTo(
                        "\nWhat\n- one\n- two two two two two two two two two two two two two two two two two two\n  two two\n");
    }

    @Test
    void anAddressIsKeptWhole() {
        String link = "https://alerts.example.org/confirm/" + "x".repeat(80);
        assertThat(new PlainText().whole(link)).hasToString(link + "\n");
    }
}
