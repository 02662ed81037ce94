package org.harmattan.incident;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.harmattan.schemas.report.Reliability;

/**
 * How sure it is that an incident is real: its weight. Reports of one origin are not independent, so the surest of each
 * origin counts; origins are: 1 - product of (1 - P). Exact decimals, so that the weight is the same on every machine.
 */
public final class Certainty {

    private static final BigDecimal MICRO = BigDecimal.valueOf(1_000_000);

    private Certainty() {}

    /**
     * Probability that what one report says is real, in 1e-4: the grade of its source times that of the information, after
     * the Admiralty code.
     *
     * @throws IllegalArgumentException if a grade is not one that this core knows
     */
    public static int ofReport(Reliability reliability, int credibility) {
        int source = switch (reliability) {
            case A -> 100;
            case B -> 90;
            case C -> 75;
            case D, F -> 50;
            case E -> 20;
            case UNKNOWN -> throw new IllegalArgumentException("reliability: not a grade that this core knows");
        };
        int information = switch (credibility) {
            case 1 -> 100;
            case 2 -> 85;
            case 3 -> 65;
            case 4 -> 35;
            case 5 -> 10;
            case 6 -> 50;
            default -> throw new IllegalArgumentException("credibility: 1 to 6, but got " + credibility);
        };
        return source * information;
    }

    /** Weight of an incident that these reports tell of, micro-incidents, 0 to 1000000, rounded half up. */
    public static int weightMicro(Collection<Standing> members) {
        if (members.size() == 1) {
            return members.iterator().next().probability() * 100;
        }
        SortedMap<String, Integer> surestByOrigin = new TreeMap<>();
        for (Standing member : members) {
            surestByOrigin.merge(member.report().getOrigin(), member.probability(), Math::max);
        }
        BigDecimal unreal = BigDecimal.ONE;
        for (int probability : surestByOrigin.values()) {
            unreal = unreal.multiply(BigDecimal.ONE.subtract(BigDecimal.valueOf(probability, 4)));
        }
        return MICRO.multiply(BigDecimal.ONE.subtract(unreal))
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
