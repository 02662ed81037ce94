package org.harmattan.assessment;

import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.audience.Tlp;

/** The highest TLP of a view, which every output of it carries. */
final class Labels {

    private Labels() {}

    static Tlp of(Audience audience) {
        return switch (audience) {
            case OPEN -> Tlp.GREEN;
            case RESTRICTED -> Tlp.AMBER;
            case UNKNOWN -> throw new IllegalArgumentException("audience: OPEN or RESTRICTED");
        };
    }
}
