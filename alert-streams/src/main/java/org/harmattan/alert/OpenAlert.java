package org.harmattan.alert;

import java.util.List;
import org.harmattan.schemas.command.Level;

/**
 * An alert in force, as far as decisions look at it.
 *
 * @param level its level, ADVISORY to EMERGENCY
 * @param raisedOn the incidents of the last 30 days when it was raised, newest first, at most {@link #MOST_REMEMBERED}
 * @param named the incidents that an event of this alert has named, as they stood then, newest first, at most
 *     {@link #MOST_REMEMBERED}
 */
public record OpenAlert(Level level, List<Evidence> raisedOn, List<Evidence> named) {

    /** As many incidents are remembered; the newest. */
    public static final int MOST_REMEMBERED = 200;

    public OpenAlert {
        raisedOn = List.copyOf(raisedOn);
        named = List.copyOf(named);
    }
}
