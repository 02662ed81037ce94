package org.harmattan.ledger;

import java.util.List;
import java.util.stream.Stream;
import org.harmattan.schemas.command.ForecastParameters;
import org.harmattan.schemas.command.HalfLifeWeight;

/** Whether parameters are such that every forecast made with them is a number. */
final class ParameterCheck {

    private static final int SHORT_MEMORY_DAYS = 30;
    private static final int LONG_MEMORY_DAYS = 365;
    private static final int LONGEST_HALF_LIFE_DAYS = 3_650;
    private static final int MOST_HALF_LIVES = 16;
    private static final double LARGEST = 1_000;
    private static final double LEAST_OFFSET = 1e-6;
    private static final double LARGEST_EXPONENT = 1.2;

    private ParameterCheck() {}

    static boolean isValid(ForecastParameters parameters) {
        boolean weights = Stream.of(
                        parameters.getBase(),
                        parameters.getCountryWeight(),
                        parameters.getNeighbourWeight(),
                        parameters.getEscalationFactor())
                .allMatch(ParameterCheck::isWeight);
        boolean positive = Stream.of(
                        parameters.getDispersionScale(),
                        parameters.getDispersionOffset(),
                        parameters.getEscalationFloor())
                .allMatch(value -> isWeight(value) && value > 0);
        double exponent = parameters.getDispersionExponent();
        return weights
                && positive
                && parameters.getDispersionOffset() >= LEAST_OFFSET
                && exponent >= 0
                && exponent <= LARGEST_EXPONENT
                && areMemories(parameters.getHalfLives());
    }

    private static boolean areMemories(List<HalfLifeWeight> halfLives) {
        int before = 0;
        boolean shortMemory = false;
        boolean longMemory = false;
        for (HalfLifeWeight memory : halfLives) {
            int days = memory.getHalfLifeDays();
            if (days <= before || days > LONGEST_HALF_LIFE_DAYS || !isWeight(memory.getWeight())) {
                return false;
            }
            shortMemory |= days == SHORT_MEMORY_DAYS;
            longMemory |= days == LONG_MEMORY_DAYS;
            before = days;
        }
        return shortMemory && longMemory && halfLives.size() <= MOST_HALF_LIVES;
    }

    /** False for what is no number, too. */
    private static boolean isWeight(double value) {
        return value >= 0 && value <= LARGEST;
    }
}
