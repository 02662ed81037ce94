package org.harmattan.ingest.source;

import java.util.EnumSet;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.report.Reliability;
import org.harmattan.schemas.source.Source;

/**
 * What the registry says of a source and every report of it is stamped with.
 *
 * @param source id of the source
 * @param reliability Admiralty reliability
 * @param origin where it has its knowledge from
 * @param highestTlp the highest TLP it may send: CLEAR, GREEN or AMBER
 */
public record Grade(String source, Reliability reliability, String origin, Tlp highestTlp) {

    static Grade of(Source source) {
        return new Grade(source.getSourceId(), source.getReliability(), source.getOrigin(), source.getHighestTlp());
    }

    /** Whether the source may send reports of this TLP. */
    public boolean maySend(Tlp tlp) {
        return switch (highestTlp) {
            case AMBER, AMBER_STRICT, RED ->
                EnumSet.of(Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER).contains(tlp);
            case GREEN -> EnumSet.of(Tlp.CLEAR, Tlp.GREEN).contains(tlp);
            case CLEAR, UNKNOWN -> tlp == Tlp.CLEAR;
        };
    }
}
