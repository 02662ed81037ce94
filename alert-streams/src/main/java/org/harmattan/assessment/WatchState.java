package org.harmattan.assessment;

import java.util.Optional;
import org.harmattan.alert.Watch;
import org.harmattan.schemas.assessment.AlertEvent;

/**
 * What is remembered of one rule in one region.
 *
 * @param watch what decisions look at
 * @param last the newest event of the alert in force, if one is
 */
record WatchState(Watch watch, Optional<AlertEvent> last) {

    static final WatchState IDLE = new WatchState(Watch.IDLE, Optional.empty());
}
