package org.harmattan.cli.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class SinceTest {

    private final Since.Converter converter = new Since.Converter();

    @ParameterizedTest
    @CsvSource({"90s,PT90S", "15m,PT15M", "2h,PT2H", "3d,PT72H"})
    void anAmountOfTimeIsCountedBackFromNow(String text, Duration ago) {
        Instant before = Instant.now().minus(ago);

        Since since = converter.convert(text);

        assertThat(((Since.At) since).instant()).isBetween(before, Instant.now().minus(ago));
    }

    @Test
    void aDateIsItsBeginningInUtc() {
        assertThat(converter.convert("2026-11-24")).isEqualTo(new Since.At(Instant.parse("2026-11-24T00:00:00Z")));
    }

    @Test
    void anInstantIsTakenAsItIs() {
        assertThat(converter.convert("2026-11-24T06:00:00Z"))
                .isEqualTo(new Since.At(Instant.parse("2026-11-24T06:00:00Z")));
    }

    @Test
    void wordsStandForTheEnds() {
        assertThat(converter.convert("beginning")).isEqualTo(new Since.Beginning());
        assertThat(converter.convert("now")).isEqualTo(new Since.Now());
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01", "5", "-3h", ""})
    void anythingElseIsRefusedWithWhatMayBeWritten(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("15m");
    }
}
