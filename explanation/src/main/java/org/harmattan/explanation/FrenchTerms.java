package org.harmattan.explanation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.command.Metric;

/** French terms. Levels follow the words of Environment Canada's public alerts: avis, veille, avertissement; then urgence. */
final class FrenchTerms implements Terms {

    private static final List<String> MONTHS = List.of(
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre");

    private final Numerals numerals = new Numerals(Language.FR);

    @Override
    public Language language() {
        return Language.FR;
    }

    /** No line may break before a high punctuation mark, nor between a guillemet and its word. */
    @Override
    public String typeset(String sentence) {
        return sentence.replace('\'', '\u2019')
                .replaceAll(" ([:;!?%»])", "\u00a0$1")
                .replace("« ", "«\u00a0")
                .replaceAll("(\\d) (h) (\\d)", "$1\u00a0$2\u00a0$3");
    }

    @Override
    public String level(Level level) {
        return switch (level) {
            case ADVISORY -> "AVIS";
            case WATCH -> "VEILLE";
            case WARNING -> "AVERTISSEMENT";
            case EMERGENCY -> "URGENCE";
            case NONE -> "AUCUN";
            case UNKNOWN -> "INCONNU";
        };
    }

    @Override
    public String ranked(Level level) {
        return level(level) + " (" + Terms.rank(level) + " sur 4)";
    }

    @Override
    public String risk(Metric metric) {
        return switch (metric) {
            case ESCALATION -> "risque d'escalade";
            case SPILL_OVER -> "risque de débordement depuis les régions voisines";
            case ATTACK_PROBABILITY -> "risque d'attaque";
            case EXPECTED_INCIDENTS -> "nombre d'incidents attendus";
            case SILENCE -> "silence des sources";
            case UNKNOWN -> "risque";
        };
    }

    String theFigure(Metric metric) {
        return switch (metric) {
            case ESCALATION -> "le score d'escalade";
            case SPILL_OVER -> "le risque de débordement";
            case ATTACK_PROBABILITY -> "la probabilité d'une attaque";
            case EXPECTED_INCIDENTS -> "le nombre d'incidents attendus";
            case SILENCE -> "la durée du silence inhabituel";
            case UNKNOWN -> "le chiffre";
        };
    }

    @Override
    public String value(Metric metric, int value) {
        return switch (metric) {
            case ESCALATION -> numerals.tenths(value) + " sur 100";
            case SPILL_OVER, ATTACK_PROBABILITY -> numerals.tenths(Math.floorDiv(value + 5, 10)) + " %";
            case EXPECTED_INCIDENTS -> numerals.milli(value);
            case SILENCE -> value < 2 ? value + " jour" : value + " jours";
            case UNKNOWN -> Integer.toString(value);
        };
    }

    @Override
    public String time(Instant at) {
        OffsetDateTime t = at.atOffset(ZoneOffset.UTC);
        String day = t.getDayOfMonth() == 1 ? "1er" : Integer.toString(t.getDayOfMonth());
        return "%s %s %d à %02d h %02d UTC"
                .formatted(day, MONTHS.get(t.getMonthValue() - 1), t.getYear(), t.getHour(), t.getMinute());
    }

    @Override
    public String shortTime(Instant at) {
        OffsetDateTime t = at.atOffset(ZoneOffset.UTC);
        return "%02d/%02d %02dh%02d UTC".formatted(t.getDayOfMonth(), t.getMonthValue(), t.getHour(), t.getMinute());
    }

    @Override
    public String hours(long seconds) {
        long count = seconds < 3600 ? seconds / 60 : seconds / 3600;
        return count + (seconds < 3600 ? " minute" : " heure") + (count < 2 ? "" : "s");
    }
}
