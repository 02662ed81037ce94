package org.harmattan.ledger;

import java.util.List;
import org.harmattan.geography.Catalogue;
import org.harmattan.schemas.command.ForecastParameters;
import org.harmattan.schemas.command.Rule;
import org.harmattan.schemas.ledger.LaneKind;

/**
 * What a theatre's ledger begins with. Once it has begun, the ledger alone says what is in force.
 *
 * @param theatre the theatre
 * @param laneKind kind of lane
 * @param lanePrefix prefix of the lane's topics
 * @param clockFactor seconds of the theatre's time for each second elapsed; 1 in the live lane
 * @param coreVersion the newest core that this build carries
 * @param catalogue the region catalogue
 * @param parameters default parameters of the forecast
 * @param rules default rules
 */
public record LedgerOrigin(
        String theatre,
        LaneKind laneKind,
        String lanePrefix,
        double clockFactor,
        int coreVersion,
        Catalogue catalogue,
        ForecastParameters parameters,
        List<Rule> rules) {

    public LedgerOrigin {
        rules = List.copyOf(rules);
    }
}
