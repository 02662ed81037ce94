package org.harmattan.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.harmattan.geography.Catalogue;
import org.harmattan.schemas.assessment.Cause;
import org.harmattan.schemas.assessment.Coverage;
import org.harmattan.schemas.assessment.Reason;
import org.harmattan.schemas.assessment.ReasonKind;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.audience.Tlp;
import org.junit.jupiter.api.Test;

class ScoreExplanationTest {

    private final Explainer explainer = new Explainer(Catalogue.shipped());

    @Test
    void aCoveredRegionSaysItsScoreAndWhatItMeans() {
        ScoreExplanation said = explainer.explain(score().build(), Language.EN);
        assertThat(said.summary())
                .isEqualTo(
                        "Mopti (ML-5), Mali: the escalation score is 52.3 out of 100, the chance that the coming 30 days "
                                + "are markedly worse than this region’s own past year: about 3 incidents or more.");
        assertThat(said.detail())
                .containsExactly(
                        "Incidents expected in the coming 30 days: 4.2, with a chance of 80% between 1 and 8.",
                        "The chance of at least one incident linked to the violence in neighbouring regions is 12.5%.",
                        "The largest part of it, 41%, comes from incidents of the last weeks in this region.",
                        "The last report arrived on 24 November 2026 at 06:00 UTC; in the last 7 days there were 12.",
                        "Only what was reported is counted: attacks that nobody reported are missing, and silence is not peace.");
        assertThat(said.tlp()).isEqualTo("TLP:GREEN");
    }

    @Test
    void theSameInFrench() {
        ScoreExplanation said = explainer.explain(score().build(), Language.FR);
        assertThat(said.summary())
                .isEqualTo(
                        "Mopti (ML-5), Mali\u00a0: le score d’escalade est de 52,3 sur 100\u00a0; autant de chances, sur 100, que les 30 "
                                + "prochains jours soient nettement pires que l’année écoulée dans cette même région\u00a0: environ 3 "
                                + "incidents ou plus.");
        assertThat(said.detail())
                .contains("Ce qui pèse le plus, 41\u00a0%\u00a0: incidents des dernières semaines dans cette région.");
    }

    @Test
    void noCoverageIsNotCalm() {
        RegionScore score =
                score().setCoverage(Coverage.NO_COVERAGE).setFigures(null).build();
        assertThat(explainer.explain(score, Language.EN).summary())
                .isEqualTo(
                        "Mopti (ML-5), Mali: no forecast, because there is no report of Mali yet. This is not a sign of calm.");
        assertThat(explainer.explain(score, Language.FR).summary()).contains("Ce n’est pas un signe de calme.");
    }

    @Test
    void aRegionThatWarmsUpSaysThatNothingIsRaised() {
        RegionScore score =
                score().setCoverage(Coverage.WARMING_UP).setAgeDays(34).build();
        assertThat(explainer.explain(score, Language.EN).summary()).contains("only 34 of the 90 days");
    }

    private static RegionScore.Builder score() {
        return RegionScore.newBuilder()
                .setRegion("ML-5")
                .setCountry("ML")
                .setTheatre("west-central-africa")
                .setAudience(Audience.OPEN)
                .setTlp(Tlp.GREEN)
                .setAsOf(Instant.parse("2026-11-24T06:00:30Z"))
                .setCoverage(Coverage.COVERED)
                .setAgeDays(4000)
                .setFigures(SampleAlerts.figures())
                .setReasons(List.of(new Reason(ReasonKind.OWN_PAST, "30", 4120)))
                .setLastReportAt(Instant.parse("2026-11-24T06:00:00Z"))
                .setReportsIn7Days(12)
                .setCause(new Cause(812L, 0));
    }
}
