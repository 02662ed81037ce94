package org.harmattan.console.store;

import java.util.ArrayList;
import java.util.List;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.IncidentEvent;
import org.harmattan.schemas.assessment.Pulse;
import org.harmattan.schemas.assessment.RegionScore;

/** What was read from the topics of one audience in one go, each list in the order of its topic. */
public record Outputs(
        List<Recorded<RegionScore>> scores,
        List<Recorded<AlertEvent>> alerts,
        List<Recorded<IncidentEvent>> incidents,
        List<Recorded<Pulse>> pulses) {

    /** Empty, to be filled. */
    public Outputs() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
}
