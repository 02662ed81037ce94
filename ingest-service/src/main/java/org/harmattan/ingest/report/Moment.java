package org.harmattan.ingest.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.harmattan.schemas.report.TimePrecision;

/**
 * A time as a sender writes it.
 *
 * @param start the time itself, or 00:00 UTC of the day, to the millisecond
 * @param wholeDay whether only a day was given
 */
record Moment(Instant start, boolean wholeDay) {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9998, 12, 31);

    /** An ISO 8601 time with an offset, or a day. */
    static Optional<Moment> parse(String text) {
        Optional<LocalDate> day = parseDay(text);
        if (day.isPresent()) {
            return Optional.of(new Moment(startOf(day.get()), true));
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            return inCalendar(time.toLocalDate())
                    ? Optional.of(new Moment(time.toInstant().truncatedTo(ChronoUnit.MILLIS), false))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> parseDay(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return inCalendar(day) ? Optional.of(day) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Where a span ends that was written to end with this: exclusive; a day is meant to its end. */
    Instant asEnd() {
        return wholeDay ? start.plus(1, ChronoUnit.DAYS) : start;
    }

    /** One unit of a precision after a time. */
    static Instant unitAfter(Instant time, TimePrecision precision) {
        OffsetDateTime start = time.atOffset(ZoneOffset.UTC);
        return switch (precision) {
            case MINUTE -> start.plusMinutes(1).toInstant();
            case HOUR -> start.plusHours(1).toInstant();
            case DAY -> start.plusDays(1).toInstant();
            case WEEK -> start.plusWeeks(1).toInstant();
            case MONTH -> start.plusMonths(1).toInstant();
            case YEAR -> start.plusYears(1).toInstant();
            case UNKNOWN -> throw new IllegalArgumentException("precision: UNKNOWN has no unit");
        };
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static boolean inCalendar(LocalDate day) {
        return !day.isBefore(EARLIEST) && !day.isAfter(LATEST);
    }
}
