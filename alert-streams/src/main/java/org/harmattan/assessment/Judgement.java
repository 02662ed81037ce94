package org.harmattan.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.harmattan.forecast.Forecast;
import org.harmattan.forecast.Outlook;
import org.harmattan.incident.Incident;
import org.harmattan.incident.Standing;
import org.harmattan.schemas.assessment.Cause;
import org.harmattan.schemas.assessment.Coverage;
import org.harmattan.schemas.assessment.Figures;
import org.harmattan.schemas.assessment.Reason;
import org.harmattan.schemas.assessment.RegionScore;
import org.jspecify.annotations.Nullable;

/** What a region's score says, but for when and by which cause. */
record Judgement(
        Coverage coverage,
        int ageDays,
        Optional<Figures> figures,
        List<Reason> reasons,
        List<String> evidence,
        @Nullable Instant lastReportAt,
        int reportsIn7Days,
        List<String> shown) {

    private static final int MOST_SHOWN = 5;

    /** So many of the newest incidents are looked at for the heaviest. */
    private static final int CANDIDATES = 20;

    private static final double[] FADED = faded();

    static Judgement of(ViewState state, Outlook outlook, int region) {
        RegionState known = state.region(region);
        Optional<Forecast> forecast =
                outlook.isForecast(region) ? Optional.of(outlook.forecast(region)) : Optional.empty();
        int today = state.times.day();
        return new Judgement(
                outlook.coverage(region),
                Math.max(0, outlook.age(region)),
                forecast.map(numbers -> outlook.figures(region, numbers)),
                forecast.map(numbers -> outlook.reasons(region, numbers)).orElse(List.of()),
                heaviest(known, today),
                known.heard().first().map(Standing::acceptedAt).orElse(null),
                Math.toIntExact(known.heardByDay().sum(today - 6, today)),
                newestShown(known));
    }

    /** Whether it says nothing else than the score published last. */
    boolean isAsPublished(RegionScore score) {
        return coverage == score.getCoverage()
                && ageDays == score.getAgeDays()
                && reportsIn7Days == score.getReportsIn7Days()
                && Objects.equals(lastReportAt, score.getLastReportAt())
                && Objects.equals(figures.orElse(null), score.getFigures())
                && evidence.equals(score.getEvidence())
                && shown.equals(score.getShown())
                && reasons.equals(score.getReasons());
    }

    RegionScore toScore(ViewState state, int region, Instant at, Cause cause) {
        return new RegionScore(
                state.ground.code(region),
                state.ground.countryCode(region),
                state.ground.theatre(),
                state.audience,
                Labels.of(state.audience),
                at,
                coverage,
                ageDays,
                figures.orElse(null),
                reasons,
                evidence,
                lastReportAt,
                reportsIn7Days,
                shown,
                cause);
    }

    /** The incidents that weigh most at present: by weight, halved with every 30 days that have gone by. */
    private static List<String> heaviest(RegionState known, int today) {
        if (known.incidents().isEmpty()) {
            return List.of();
        }
        List<Incident> newest = new ArrayList<>(CANDIDATES);
        known.incidents().forEachWhile(incident -> {
            newest.add(incident);
            return newest.size() < CANDIDATES;
        });
        double[] weights = new double[newest.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = presentWeight(newest.get(i), today);
        }
        List<String> heaviest = new ArrayList<>(MOST_SHOWN);
        while (heaviest.size() < Math.min(MOST_SHOWN, weights.length)) {
            int next = 0;
            for (int i = 1; i < weights.length; i++) {
                next = weights[i] > weights[next] ? i : next;
            }
            heaviest.add(newest.get(next).id());
            weights[next] = -1.0;
        }
        return heaviest;
    }

    private static double presentWeight(Incident incident, int today) {
        int age = Math.max(0, today - incident.spread().lastDay());
        return age < FADED.length ? incident.spread().weightMicro() * FADED[age] : 0.0;
    }

    private static List<String> newestShown(RegionState known) {
        if (known.shown().isEmpty()) {
            return List.of();
        }
        List<String> newest = new ArrayList<>(MOST_SHOWN);
        known.shown().forEachWhile(report -> {
            newest.add(report.reportId());
            return newest.size() < MOST_SHOWN;
        });
        return newest;
    }

    private static double[] faded() {
        double[] faded = new double[3_650];
        for (int age = 0; age < faded.length; age++) {
            faded[age] = StrictMath.pow(2.0, -age / 30.0);
        }
        return faded;
    }
}
