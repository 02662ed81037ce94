package org.harmattan.console.view;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.harmattan.schemas.assessment.Cause;
import org.harmattan.schemas.assessment.Figures;
import org.harmattan.schemas.assessment.Reason;
import org.harmattan.schemas.assessment.RegionScore;
import org.jspecify.annotations.Nullable;

/** The score of a region. Names, units and ranges are those of {@code RegionScore} on the topic. */
@Serdeable
public record ScoreView(
        String region,
        String country,
        String theatre,
        Instant asOf,
        String coverage,
        int ageDays,
        @Nullable FiguresView figures,
        List<ReasonView> reasons,
        List<String> evidence,
        @Nullable Instant lastReportAt,
        int reportsIn7Days,
        List<String> shown,
        CauseView cause) {

    public static ScoreView of(RegionScore score) {
        return new ScoreView(
                score.getRegion(),
                score.getCountry(),
                score.getTheatre(),
                score.getAsOf(),
                score.getCoverage().name(),
                score.getAgeDays(),
                FiguresView.of(score.getFigures()),
                score.getReasons().stream().map(ReasonView::of).toList(),
                List.copyOf(score.getEvidence()),
                score.getLastReportAt(),
                score.getReportsIn7Days(),
                List.copyOf(score.getShown()),
                CauseView.of(score.getCause()));
    }

    /** Which ledger entry caused an output, as the audience counts, and the how-manieth of its outputs it is. */
    @Serdeable
    public record CauseView(long seq, int ordinal) {

        static CauseView of(Cause cause) {
            return new CauseView(cause.getSeq(), cause.getOrdinal());
        }
    }

    /** A part of the expected incidents; the share in 1e-4. */
    @Serdeable
    public record ReasonView(String kind, String subject, int share) {

        static ReasonView of(Reason reason) {
            return new ReasonView(reason.getKind().name(), reason.getSubject(), reason.getShare());
        }
    }

    /** The numbers of one assessment, quantised. */
    @Serdeable
    public record FiguresView(
            int escalationTenths,
            int spillOver,
            int attackProbability,
            int expectedMilli,
            int expectedLow,
            int expectedHigh,
            int last7DaysMilli,
            int last30DaysMilli,
            int pastYearMilli,
            int markedlyWorseMilli) {

        static @Nullable FiguresView of(@Nullable Figures figures) {
            if (figures == null) {
                return null;
            }
            return new FiguresView(
                    figures.getEscalationTenths(),
                    figures.getSpillOver(),
                    figures.getAttackProbability(),
                    figures.getExpectedMilli(),
                    figures.getExpectedLow(),
                    figures.getExpectedHigh(),
                    figures.getLast7DaysMilli(),
                    figures.getLast30DaysMilli(),
                    figures.getPastYearMilli(),
                    figures.getMarkedlyWorseMilli());
        }
    }
}
