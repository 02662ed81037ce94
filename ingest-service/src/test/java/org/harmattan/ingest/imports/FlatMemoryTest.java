package org.harmattan.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.harmattan.geography.Catalogue;
import org.harmattan.ingest.source.Grade;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.report.Reliability;
import org.junit.jupiter.api.Test;

/**
 * What an import holds is bounded, whatever the file's length: what is read ahead of the rows handed on, and the rows that
 * wait for their receipts.
 */
class FlatMemoryTest {

    private static final Stamp STAMP = new Stamp(
            new Grade("ucdp", Reliability.A, "ucdp", Tlp.GREEN),
            "0b9c1c52-7d0e-4c4e-9d0b-2f1f2f6f2a11",
            Instant.parse("2026-11-24T12:00:00Z"));

    private static RowReader reader(CountedStream file) throws Exception {
        return ImportFormat.UCDP.open(Unzipped.of(file), STAMP, Catalogue.shipped());
    }

    @Test
    void aFileOfTwentyMegabytesIsNeverReadFarAhead() throws Exception {
        CountedStream file = new CountedStream(new GeneratedFile(160_000));
        RowReader reader = reader(file);
        long handedOn = UcdpText.header().length() + 1L;
        long farthestAhead = 0;
        long rows = 0;
        for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
            rows++;
            handedOn += row.get().line().length() + 1L;
            farthestAhead = Math.max(farthestAhead, file.bytes() - handedOn);
        }
        assertThat(rows).isEqualTo(160_000);
        assertThat(file.bytes()).isGreaterThan(20_000_000).isEqualTo(handedOn);
        assertThat(farthestAhead).isLessThan(256 * 1024);
    }

    @Test
    void noMoreRowsWaitThanMay() throws Exception {
        RowReader reader = reader(new CountedStream(new GeneratedFile(11)));
        InFlight inFlight = new InFlight(10, Duration.ofMillis(50));
        for (int i = 0; i < 10; i++) {
            inFlight.add((Row.Usable) reader.next().orElseThrow());
        }
        Row.Usable eleventh = (Row.Usable) reader.next().orElseThrow();
        assertThatThrownBy(() -> inFlight.add(eleventh)).isInstanceOf(InFlight.NothingAnswered.class);
        assertThat(inFlight.size()).isEqualTo(10);
    }

    @Test
    void rowsOfOneIdAreAnsweredInTheirOrder() throws Exception {
        InFlight inFlight = new InFlight(10, Duration.ofSeconds(1));
        Row.Usable first = (Row.Usable)
                reader(new CountedStream(new GeneratedFile(1))).next().orElseThrow();
        Row.Usable second = new Row.Usable(2, first.line(), first.report(), Optional.empty());
        inFlight.add(first);
        inFlight.add(second);
        inFlight.settle(first.reportId(), row -> assertThat(row.number()).isEqualTo(1));
        inFlight.settle(first.reportId(), row -> assertThat(row.number()).isEqualTo(2));
        inFlight.settle(first.reportId(), row -> {
            throw new AssertionError("nothing waits any more");
        });
        inFlight.awaitEmpty();
    }
}
