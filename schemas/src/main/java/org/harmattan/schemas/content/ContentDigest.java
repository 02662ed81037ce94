package org.harmattan.schemas.content;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.schemas.report.ContextReport;
import org.harmattan.schemas.report.Location;
import org.harmattan.schemas.report.Reliability;
import org.harmattan.schemas.report.ReportEnvelope;
import org.harmattan.schemas.serde.CanonicalBody;

/**
 * SHA-256 over what the sender sent, defaults filled in, without what ingest stamps: reliability, origin, receivedAt,
 * importId, region, country and an assumed availableAt. Two reports with the same digest say the same.
 *
 * <p>It is over canonical bytes, which hang on the schema: a field added to a report record must keep its earlier digest
 * when absent, or every report that comes again is a conflict; a test with fixed digests guards that.
 */
public final class ContentDigest {

    private ContentDigest() {}

    /** The digest, 64 lower-case hexadecimal digits. */
    public static String of(SpecificRecord report) {
        SpecificRecord unstamped = withoutCountry(Reports.withEnvelope(report, unstamped(Reports.envelopeOf(report))));
        return HexFormat.of().formatHex(sha256().digest(CanonicalBody.of(unstamped)));
    }

    private static ReportEnvelope unstamped(ReportEnvelope envelope) {
        ReportEnvelope.Builder builder = ReportEnvelope.newBuilder(envelope)
                .setReliability(Reliability.UNKNOWN)
                .setOrigin("")
                .setReceivedAt(Instant.EPOCH)
                .setImportId(null);
        if (envelope.getAvailableAtAssumed()) {
            builder.setAvailableAt(null).setAvailableAtAssumed(false);
        }
        Location location = envelope.getLocation();
        if (location != null) {
            builder.setLocation(
                    Location.newBuilder(location).setRegion("").setCountry("").build());
        }
        return builder.build();
    }

    /** A context report's country is stamped from its region when it names one; with no region the sender sent it. */
    private static SpecificRecord withoutCountry(SpecificRecord report) {
        if (report instanceof ContextReport context && context.getRegion() != null) {
            return ContextReport.newBuilder(context).setCountry("").build();
        }
        return report;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
