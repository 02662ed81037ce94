package org.harmattan.ingest.report;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.door.FieldProblem;
import org.harmattan.geography.Catalogue;
import org.harmattan.ingest.source.Grade;
import org.harmattan.schemas.report.ReportAction;
import org.harmattan.schemas.report.ReportEnvelope;
import org.harmattan.schemas.report.ReportKind;

/** Reads a report from JSON: checks every field, fills in defaults, stamps region and grade. */
@Singleton
final class ReportReader {

    private static final Set<ReportKind> KINDS = EnumSet.complementOf(EnumSet.of(ReportKind.UNKNOWN));
    private static final Set<ReportAction> ACTIONS = Set.of(ReportAction.REPORT, ReportAction.RETRACT);

    private final EnvelopeReader envelopes;
    private final DetailReader details;

    ReportReader(Catalogue catalogue) {
        Places places = new Places(catalogue);
        envelopes = new EnvelopeReader(places);
        details = new DetailReader(places);
    }

    /**
     * Reads one report.
     *
     * @param node what was sent
     * @param prefix where it stands in the body: empty, or {@code [3].} in an array
     * @param grade the sender's, from the source registry
     * @param now when it came
     * @param problems takes everything that is wrong
     * @return the report, or empty when anything is wrong
     */
    Optional<SpecificRecord> read(JsonNode node, String prefix, Grade grade, Instant now, List<FieldProblem> problems) {
        if (!node.isObject()) {
            String where = prefix.isEmpty() ? "body" : prefix.substring(0, prefix.length() - 1);
            problems.add(new FieldProblem(where, "is no report", "send a JSON object with kind and the kind's fields"));
            return Optional.empty();
        }
        int before = problems.size();
        FieldReader fields = FieldReader.of(node, prefix, problems);
        Optional<ReportKind> kind = fields.required(
                "kind", fields.oneOf("kind", KINDS), "send one of attack, movement, context, intervention");
        if (kind.isEmpty()) {
            return Optional.empty(); // which fields there may be hangs on the kind
        }
        ReportAction action = fields.oneOf("action", ACTIONS).orElse(ReportAction.REPORT);
        Detail detail = details.read(kind.get(), fields, action == ReportAction.REPORT);
        ReportEnvelope.Builder envelope = envelopes.read(fields, kind.get(), action, grade, detail, now);
        fields.refuseUnknown();
        return problems.size() == before ? Optional.of(detail.record().apply(envelope.build())) : Optional.empty();
    }
}
