package org.harmattan.console.api;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.harmattan.console.store.Assessments;
import org.harmattan.console.store.KeptReport;
import org.harmattan.console.store.Texts;
import org.harmattan.console.view.Alerts;
import org.harmattan.console.view.Answers;
import org.harmattan.console.view.IncidentView;
import org.harmattan.console.view.PulseView;
import org.harmattan.console.view.RegionView;
import org.harmattan.console.view.ReportView;
import org.harmattan.console.view.ScoreView;
import org.harmattan.explanation.Explainer;
import org.harmattan.explanation.Language;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.Neighbour;
import org.harmattan.geography.Region;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.Coverage;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.audience.Tlp;
import org.jspecify.annotations.Nullable;

/** Puts answers together, each for one audience. */
@Singleton
final class Views {

    private static final Duration HISTORY = Duration.ofDays(90);
    private static final int ALERTS_OF_REGION = 20;
    private static final int INCIDENTS_OF_REGION = 50;

    private final Catalogue catalogue;
    private final Explainer explainer;
    private final Assessments assessments;
    private final Texts texts;
    private final Alerts alerts;
    private final Clock clock = Clock.systemUTC();

    Views(Catalogue catalogue, Explainer explainer, Assessments assessments, Texts texts, Alerts alerts) {
        this.catalogue = catalogue;
        this.explainer = explainer;
        this.assessments = assessments;
        this.texts = texts;
        this.alerts = alerts;
    }

    Answers.Regions regions(Audience audience) {
        return new Answers.Regions(
                audience.name(),
                Answers.tlpOf(audience),
                catalogue.name(),
                catalogue.digest(),
                catalogue.regions().stream()
                        .map(region -> RegionView.of(catalogue, region))
                        .toList());
    }

    Answers.Scores scores(Audience audience, Optional<Instant> at) {
        Instant now = clock.instant();
        List<RegionScore> scores =
                at.map(time -> assessments.scoresAt(audience, time)).orElseGet(() -> assessments.scores(audience));
        return new Answers.Scores(
                audience.name(),
                Answers.tlpOf(audience),
                at.orElse(null),
                assessments.pulses(audience).stream()
                        .map(pulse -> PulseView.of(pulse, now))
                        .toList(),
                scores.stream().map(ScoreView::of).toList());
    }

    Answers.Alerts alerts(Audience audience, boolean openOnly, int limit) {
        List<AlertEvent> events = openOnly ? assessments.openAlerts(audience) : assessments.alerts(audience, limit);
        return new Answers.Alerts(audience.name(), Answers.tlpOf(audience), alerts.views(audience, events));
    }

    Optional<Answers.AlertLife> alert(Audience audience, String alertId) {
        return assessments
                .alert(audience, alertId)
                .map(event -> new Answers.AlertLife(
                        audience.name(),
                        Answers.tlpOf(audience),
                        alerts.view(event),
                        assessments.lifeOf(audience, alertId).stream()
                                .map(alerts::event)
                                .toList()));
    }

    Answers.Incidents incidents(Audience audience, Optional<String> region, int limit) {
        return new Answers.Incidents(
                audience.name(),
                Answers.tlpOf(audience),
                assessments.incidents(audience, region, limit).stream()
                        .map(IncidentView::of)
                        .toList());
    }

    Answers.RegionDetail region(Audience audience, Region region) {
        String code = region.code().value();
        Optional<RegionScore> score = assessments.score(audience, code);
        Optional<RegionScore> said = score.or(() -> uncovered(audience, region));
        Set<String> neighbours = new HashSet<>();
        for (Neighbour neighbour : catalogue.neighbours(region.code())) {
            neighbours.add(neighbour.region().value());
        }
        return new Answers.RegionDetail(
                audience.name(),
                Answers.tlpOf(audience),
                RegionView.of(catalogue, region),
                score.map(ScoreView::of).orElse(null),
                sentences(said, Language.EN),
                sentences(said, Language.FR),
                assessments.history(audience, code, clock.instant().minus(HISTORY)).stream()
                        .map(point -> new Answers.HistoryPoint(point.asOf(), point.escalationTenths()))
                        .toList(),
                assessments.scores(audience).stream()
                        .filter(other -> neighbours.contains(other.getRegion()))
                        .map(ScoreView::of)
                        .toList(),
                alerts.views(audience, assessments.alertsOf(audience, code, ALERTS_OF_REGION)),
                assessments.incidents(audience, Optional.of(code), INCIDENTS_OF_REGION).stream()
                        .map(IncidentView::of)
                        .toList(),
                score.map(value -> shown(audience, value)).orElse(List.of()));
    }

    /** The reports that stand beside a score and move no number. */
    private List<ReportView> shown(Audience audience, RegionScore score) {
        return score.getShown().stream()
                .map(id -> report(audience, id).map(Answers.Report::report))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The assessment says nothing of a country without any report. Where it is alive, its silence means just that. */
    private Optional<RegionScore> uncovered(Audience audience, Region region) {
        return assessments.pulses(audience).stream()
                .filter(pulse -> pulse.getTheatre()
                        .equals(catalogue.theatreOf(region.code()).name()))
                .findFirst()
                .map(pulse -> RegionScore.newBuilder()
                        .setRegion(region.code().value())
                        .setCountry(region.country().code().value())
                        .setTheatre(pulse.getTheatre())
                        .setAudience(audience)
                        .setTlp(audience == Audience.OPEN ? Tlp.GREEN : Tlp.AMBER)
                        .setAsOf(pulse.getAt())
                        .setCoverage(Coverage.NO_COVERAGE)
                        .setAgeDays(0)
                        .setCause(pulse.getCause())
                        .build());
    }

    private Answers.@Nullable Sentences sentences(Optional<RegionScore> score, Language language) {
        return score.map(value -> Answers.Sentences.of(explainer.explain(value, language)))
                .orElse(null);
    }

    /**
     * The newest revision of a report, if the audience may see it. A retraction is as visible as the revision that it takes
     * back, and shows none of its text; a revision above GREEN takes the report out of the open view.
     */
    Optional<Answers.Report> report(Audience audience, String reportId) {
        List<KeptReport> revisions = texts.revisions(reportId);
        if (revisions.isEmpty()) {
            return Optional.empty();
        }
        KeptReport newest = revisions.get(revisions.size() - 1);
        Tlp tlp = revisions.stream()
                .filter(revision -> !revision.retracts())
                .reduce((earlier, later) -> later)
                .map(KeptReport::tlp)
                .orElse(Tlp.AMBER);
        boolean open = tlp == Tlp.CLEAR || tlp == Tlp.GREEN;
        if (audience != Audience.RESTRICTED && !open) {
            return Optional.empty();
        }
        return Optional.of(new Answers.Report(audience.name(), Answers.tlpOf(audience), ReportView.of(newest)));
    }
}
