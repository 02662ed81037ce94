package org.harmattan.ingest.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.door.FieldProblem;
import org.harmattan.door.ProblemException;
import org.harmattan.ingest.source.Grade;
import org.harmattan.schemas.content.Reports;

/** Reads an array of reports: all of them or none. */
final class ReportArray {

    /** Most reports in one array. */
    static final int MOST_REPORTS = 1_000;

    /** Most problems that one answer lists. */
    private static final int MOST_PROBLEMS = 100;

    private ReportArray() {}

    /** @throws ProblemException 400 when anything is wrong with any of them, each field named as {@code [3].occurredAt} */
    static List<SpecificRecord> read(JsonNode array, ReportReader reader, Grade grade, Instant now) {
        if (array.isEmpty() || array.size() > MOST_REPORTS) {
            throw ProblemException.badFields(List.of(new FieldProblem(
                    "body",
                    "is an array of " + array.size() + " reports",
                    "send 1 to " + MOST_REPORTS + " in one array; larger amounts in several or as an import")));
        }
        List<FieldProblem> problems = new ArrayList<>();
        List<SpecificRecord> reports = new ArrayList<>(array.size());
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < array.size(); i++) {
            int index = i;
            reader.read(array.get(i), "[" + i + "].", grade, now, problems).ifPresent(report -> {
                refuseTwice(report, index, seen, problems);
                reports.add(report);
            });
        }
        if (!problems.isEmpty()) {
            throw refusal(problems);
        }
        return reports;
    }

    private static void refuseTwice(
            SpecificRecord report, int index, Map<String, Integer> seen, List<FieldProblem> problems) {
        var envelope = Reports.envelopeOf(report);
        Integer earlier = seen.putIfAbsent(envelope.getReportId() + " " + envelope.getRevision(), index);
        if (earlier != null) {
            problems.add(new FieldProblem(
                    "[" + index + "].reportId",
                    "is, with its revision, that of [" + earlier + "] too",
                    "send each report once, or give the later one a higher revision"));
        }
    }

    private static ProblemException refusal(List<FieldProblem> problems) {
        String detail = "The array was not taken, none of it: " + problems.size() + " fields are wrong"
                + (problems.size() > MOST_PROBLEMS ? ", of which the first " + MOST_PROBLEMS + " are listed." : ".");
        return new ProblemException(
                400,
                "bad-fields",
                "What was sent cannot be used",
                detail,
                problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS)));
    }
}
