package org.harmattan.console.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.harmattan.console.view.Answers;
import org.harmattan.door.FieldProblem;
import org.harmattan.door.Principal;
import org.harmattan.door.ProblemException;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.Region;
import org.harmattan.geography.RegionCode;
import org.jspecify.annotations.Nullable;

/** Reading. Every answer is for the one audience of the asker's key; without a key, on this machine, the open one. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "read")
class ReadController {

    private static final int MOST = 1_000;
    private static final int DEFAULT = 200;

    private final Views views;
    private final Catalogue catalogue;

    ReadController(Views views, Catalogue catalogue) {
        this.views = views;
        this.catalogue = catalogue;
    }

    /** All regions of the catalogue with names, neighbours and theatre. */
    @Get("/regions")
    Answers.Regions regions(@Parameter(hidden = true) Principal principal) {
        return views.regions(principal.audience());
    }

    /**
     * One region: score with sentences, history, neighbours' scores, alerts and incidents.
     *
     * @param principal who asks
     * @param code ISO 3166-2, or a code that the catalogue knows as its alias
     */
    @Get("/regions/{code}")
    Answers.RegionDetail region(@Parameter(hidden = true) Principal principal, @PathVariable String code) {
        return views.region(principal.audience(), known(code).orElseThrow(() -> noSuch("region")));
    }

    /**
     * The newest score of every region that has one, or as it stood at a time.
     *
     * @param principal who asks
     * @param at ISO 8601 instant in UTC; of the past, the last score of each hour is kept
     */
    @Get("/scores")
    Answers.Scores scores(@Parameter(hidden = true) Principal principal, @QueryValue @Nullable String at) {
        return views.scores(principal.audience(), Optional.ofNullable(at).map(ReadController::instant));
    }

    /**
     * Alerts: those in force, highest level first, or all, newest first.
     *
     * @param principal who asks
     * @param state {@code open} (default) or {@code all}
     * @param limit the most to answer with, 1 to 1000; those in force are never cut off
     */
    @Get("/alerts")
    Answers.Alerts alerts(
            @Parameter(hidden = true) Principal principal,
            @QueryValue @Nullable String state,
            @QueryValue @Nullable Integer limit) {
        List<FieldProblem> problems = new ArrayList<>();
        String wanted = state == null ? "open" : state;
        if (!wanted.equals("open") && !wanted.equals("all")) {
            problems.add(new FieldProblem("state", "is not known", "use open or all"));
        }
        int most = checked(limit, problems);
        refuse(problems);
        return views.alerts(principal.audience(), wanted.equals("open"), most);
    }

    /**
     * One alert with every event of its life.
     *
     * @param principal who asks
     * @param id id of the alert
     */
    @Get("/alerts/{id}")
    Answers.AlertLife alert(@Parameter(hidden = true) Principal principal, @PathVariable String id) {
        return views.alert(principal.audience(), id).orElseThrow(() -> noSuch("alert"));
    }

    /**
     * The incidents that stand, newest first.
     *
     * @param principal who asks
     * @param region ISO 3166-2; without it, of all regions
     * @param limit the most to answer with, 1 to 1000
     */
    @Get("/incidents")
    Answers.Incidents incidents(
            @Parameter(hidden = true) Principal principal,
            @QueryValue @Nullable String region,
            @QueryValue @Nullable Integer limit) {
        List<FieldProblem> problems = new ArrayList<>();
        Optional<Region> of = Optional.ofNullable(region).flatMap(this::known);
        if (region != null && of.isEmpty()) {
            problems.add(new FieldProblem(
                    "region",
                    "is not in the catalogue",
                    "use an ISO 3166-2 code, such as ML-5; GET /api/v1/regions lists them"));
        }
        int most = checked(limit, problems);
        refuse(problems);
        return views.incidents(
                principal.audience(), of.map(found -> found.code().value()), most);
    }

    /**
     * A report as it was sent, in its newest revision.
     *
     * @param principal who asks
     * @param id UUID of the report
     */
    @Get("/reports/{id}")
    Answers.Report report(@Parameter(hidden = true) Principal principal, @PathVariable String id) {
        return views.report(principal.audience(), id).orElseThrow(() -> noSuch("report"));
    }

    private Optional<Region> known(String code) {
        return RegionCode.isWellFormed(code) ? catalogue.resolve(new RegionCode(code)) : Optional.empty();
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw ProblemException.badFields(List.of(new FieldProblem(
                    "at", "is not a time", "write it as ISO 8601 in UTC, such as 2026-11-24T06:00:00Z")));
        }
    }

    private static int checked(@Nullable Integer limit, List<FieldProblem> problems) {
        if (limit == null) {
            return DEFAULT;
        }
        if (limit < 1 || limit > MOST) {
            problems.add(new FieldProblem("limit", "is out of range", "use 1 to " + MOST));
        }
        return limit;
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw ProblemException.badFields(problems);
        }
    }

    /** The same for what does not exist and for what another audience sees: the answer must not tell them apart. */
    private static ProblemException noSuch(String what) {
        return new ProblemException(
                404,
                "not-found",
                "There is no such " + what,
                "No " + what + " with this id is in your view. Check the id, or send a key that may see more.");
    }
}
