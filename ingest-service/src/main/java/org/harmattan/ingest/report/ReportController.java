package org.harmattan.ingest.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.door.FieldProblem;
import org.harmattan.door.Principal;
import org.harmattan.door.Problem;
import org.harmattan.door.ProblemException;
import org.harmattan.ingest.sending.NotSent;
import org.harmattan.ingest.sending.Outgoing;
import org.harmattan.ingest.sending.ReportSender;
import org.harmattan.ingest.sending.Sent;
import org.harmattan.ingest.source.Grade;
import org.harmattan.ingest.source.SourceRegistry;

/** The way in for single reports and small arrays. */
@Controller("/v1/reports")
class ReportController {

    /** W3C Trace Context, section 3.2. */
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final ReportReader reader;
    private final SourceRegistry sources;
    private final ReportSender sender;
    private final Clock clock;

    ReportController(ReportReader reader, SourceRegistry sources, ReportSender sender, Clock clock) {
        this.reader = reader;
        this.sources = sources;
        this.sender = sender;
        this.clock = clock;
    }

    /** Takes one report or an array of them; an array is taken whole or not at all. */
    @Post
    @ExecuteOn(TaskExecutors.BLOCKING)
    @SecurityRequirement(name = "key")
    @Operation(
            summary = "Send one report, or an array of up to 1,000 that is taken whole or not at all",
            description = "All kinds: kind (attack, movement, context, intervention), occurredAt (a time or a day),"
                    + " occurredUntil, precision (MINUTE to YEAR), location {latitude, longitude, precision, place},"
                    + " credibility 1 to 6 (default 6), tlp (default TLP:GREEN; movements of security forces and"
                    + " peacekeepers TLP:AMBER), reportId or sourceReportId (send one of them if you may send again),"
                    + " revision (default 1), action REPORT or RETRACT, availableAt, text. Attack: eventType,"
                    + " subEventType, actors, target, fatalities {best, low, high}, injured, abducted. Movement:"
                    + " movement, actor, actorKind, size, originRegion, destinationRegion, headingDegrees. Context:"
                    + " factor, direction -2 to 2, region or country. Intervention: strategy, regions, startsOn,"
                    + " endsOn, expectedOutcome. Enumerations may be written as in ACLED's codebook. The key must be"
                    + " a source's.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = "object"),
                            examples =
                                    @ExampleObject(
                                            name = "attack",
                                            value =
                                                    "{\"kind\":\"attack\",\"occurredAt\":\"2026-11-24T06:00:00Z\",\"precision\":\"HOUR\",\"location\":{\"latitude\":14.35,\"longitude\":-3.6,\"place\":\"Bandiagara\"},\"eventType\":\"Battles\",\"subEventType\":\"Armed clash\",\"actors\":[\"JNIM\"],\"target\":\"MILITARY_INSTALLATION\",\"fatalities\":{\"best\":4,\"low\":2,\"high\":9},\"credibility\":2,\"tlp\":\"TLP:GREEN\"}")))
    @ApiResponse(
            responseCode = "202",
            description = "The broker has it; an array is answered with an array",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Accepted.class)))
    @ApiResponse(
            responseCode = "400",
            description = "Nothing was taken; each bad field is named",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> take(Principal principal, @Body byte @Nullable [] body, @Header @Nullable String traceparent) {
        Grade grade = sources.grade(sourceOf(principal));
        JsonNode root = JsonBody.read(body == null ? new byte[0] : body);
        String trace = traceparent != null && TRACEPARENT.matcher(traceparent).matches() ? traceparent : null;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            return HttpResponse.accepted()
                    .body(root.isArray() ? together(root, grade, now, trace) : one(root, grade, now, trace));
        } catch (NotSent e) {
            throw new ProblemException(
                    503,
                    "broker-unavailable",
                    "The report could not be handed on",
                    "The broker did not confirm it in time. Send it again with the same reportId or sourceReportId:"
                            + " should it have arrived after all, it counts once.");
        }
    }

    private static String sourceOf(Principal principal) {
        return principal
                .source()
                .orElseThrow(() -> new ProblemException(
                        403,
                        "not-allowed",
                        "This key may not report",
                        "Reports need the key of a source, so that they can be graded; this key is of a person."));
    }

    private Accepted one(JsonNode node, Grade grade, Instant now, @Nullable String trace) {
        List<FieldProblem> problems = new ArrayList<>();
        Optional<SpecificRecord> report = reader.read(node, "", grade, now, problems);
        if (report.isEmpty()) {
            throw ProblemException.badFields(problems);
        }
        return Accepted.of(report.get(), sender.send(new Outgoing(report.get(), trace)));
    }

    private List<Accepted> together(JsonNode array, Grade grade, Instant now, @Nullable String trace) {
        List<SpecificRecord> reports = ReportArray.read(array, reader, grade, now);
        List<Sent> sent = sender.sendTogether(
                reports.stream().map(report -> new Outgoing(report, trace)).toList());
        List<Accepted> accepted = new ArrayList<>(reports.size());
        for (int i = 0; i < reports.size(); i++) {
            accepted.add(Accepted.of(reports.get(i), sent.get(i)));
        }
        return accepted;
    }
}
