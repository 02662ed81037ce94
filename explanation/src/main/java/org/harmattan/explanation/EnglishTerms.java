package org.harmattan.explanation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.command.Metric;

/** English terms. */
final class EnglishTerms implements Terms {

    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private final Numerals numerals = new Numerals(Language.EN);

    @Override
    public Language language() {
        return Language.EN;
    }

    @Override
    public String typeset(String sentence) {
        return sentence.replace('\'', '\u2019');
    }

    @Override
    public String level(Level level) {
        return level.name();
    }

    @Override
    public String ranked(Level level) {
        return level(level) + " (level " + Terms.rank(level) + " of 4)";
    }

    @Override
    public String risk(Metric metric) {
        return switch (metric) {
            case ESCALATION -> "risk of escalation";
            case SPILL_OVER -> "risk of spill-over from neighbouring regions";
            case ATTACK_PROBABILITY -> "risk of an attack";
            case EXPECTED_INCIDENTS -> "number of incidents expected";
            case SILENCE -> "silence of the sources";
            case UNKNOWN -> "risk";
        };
    }

    public String figure(Metric metric) {
        return switch (metric) {
            case ESCALATION -> "escalation score";
            case SPILL_OVER -> "spill-over risk";
            case ATTACK_PROBABILITY -> "chance of an attack";
            case EXPECTED_INCIDENTS -> "number of expected incidents";
            case SILENCE -> "silence beyond the habit";
            case UNKNOWN -> "figure";
        };
    }

    @Override
    public String value(Metric metric, int value) {
        return switch (metric) {
            case ESCALATION -> numerals.tenths(value) + " out of 100";
            case SPILL_OVER, ATTACK_PROBABILITY -> numerals.tenths(Math.floorDiv(value + 5, 10)) + "%";
            case EXPECTED_INCIDENTS -> numerals.milli(value);
            case SILENCE -> value == 1 ? "1 day" : value + " days";
            case UNKNOWN -> Integer.toString(value);
        };
    }

    @Override
    public String time(Instant at) {
        OffsetDateTime t = at.atOffset(ZoneOffset.UTC);
        return "%d %s %d at %02d:%02d UTC"
                .formatted(
                        t.getDayOfMonth(), MONTHS.get(t.getMonthValue() - 1), t.getYear(), t.getHour(), t.getMinute());
    }

    @Override
    public String shortTime(Instant at) {
        OffsetDateTime t = at.atOffset(ZoneOffset.UTC);
        String month = MONTHS.get(t.getMonthValue() - 1).substring(0, 3);
        return "%d %s %02d:%02d UTC".formatted(t.getDayOfMonth(), month, t.getHour(), t.getMinute());
    }

    @Override
    public String hours(long seconds) {
        if (seconds < 3600) {
            return seconds / 60 == 1 ? "1 minute" : seconds / 60 + " minutes";
        }
        long hours = seconds / 3600;
        return hours == 1 ? "1 hour" : hours + " hours";
    }
}
