package org.harmattan.ingest.imports;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.schemas.content.Reports;

/** One row of a file. Rows are numbered from 1, the header not counted. */
sealed interface Row {

    long number();

    /** The row as it came, in CSV, without its line end. */
    String line();

    /**
     * A row that can be sent.
     *
     * @param report what it says
     * @param widening what had to be widened, or empty
     */
    record Usable(long number, String line, SpecificRecord report, Optional<Widening> widening) implements Row {

        String reportId() {
            return Reports.envelopeOf(report).getReportId();
        }
    }

    /**
     * A row that cannot be sent.
     *
     * @param reason its name, counted by
     * @param field the column that is to blame
     * @param detail in words, with the fix
     */
    record Unusable(long number, String line, Reason reason, String field, String detail) implements Row {}

    /** Why a row cannot be sent. */
    enum Reason {
        COLUMN_COUNT,
        ROW_TOO_LONG,
        NOT_UTF_8,
        MISSING,
        BAD_NUMBER,
        BAD_DATE,
        BAD_CODE,
        TEXT_TOO_LONG,
        IN_THE_FUTURE,
        OUTSIDE_CATALOGUE
    }

    /**
     * A range of deaths that did not hold its own best estimate, and was widened to the least and the greatest of the three.
     *
     * @param low as sent
     * @param best as sent
     * @param high as sent
     */
    record Widening(int low, int best, int high) {}
}
