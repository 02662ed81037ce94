package org.harmattan.ingest.report;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.harmattan.schemas.audience.Tlp;

/**
 * Symbols of enums as people write them: {@code Explosions/Remote violence} is EXPLOSIONS_REMOTE_VIOLENCE,
 * {@code TLP:AMBER+STRICT} is AMBER_STRICT. Capitals do not matter.
 */
final class Labels {

    private Labels() {}

    static <E extends Enum<E>> Optional<E> find(String label, Set<E> allowed) {
        String symbol = label.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        String bare = symbol.startsWith("TLP_") ? symbol.substring("TLP_".length()) : symbol;
        return allowed.stream()
                .filter(value -> value.name().equals(value instanceof Tlp ? bare : symbol))
                .findFirst();
    }

    /** As it is best written in a report. */
    static String write(Enum<?> value) {
        return value instanceof Tlp tlp ? write(tlp) : value.name();
    }

    private static String write(Tlp tlp) {
        return "TLP:" + tlp.name().replace('_', '+');
    }
}
