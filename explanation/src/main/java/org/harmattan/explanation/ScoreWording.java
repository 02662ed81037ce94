package org.harmattan.explanation;

import java.util.ArrayList;
import java.util.List;
import org.harmattan.schemas.assessment.Coverage;
import org.harmattan.schemas.assessment.Figures;
import org.harmattan.schemas.assessment.RegionScore;
import org.jspecify.annotations.Nullable;

/** Decides what is said of a region's score. */
final class ScoreWording {

    private final Phrases phrases;
    private final Phrases.Gazetteer places;

    ScoreWording(Phrases phrases, Phrases.Gazetteer places) {
        this.phrases = phrases;
        this.places = places;
    }

    ScoreExplanation of(RegionScore score) {
        Place place = places.place(score.getRegion());
        @Nullable Figures figures = score.getFigures();
        List<String> detail = new ArrayList<>();
        String summary;
        if (figures == null || score.getCoverage() == Coverage.NO_COVERAGE) {
            summary = phrases.noCoverage(place);
        } else {
            summary = score.getCoverage() == Coverage.WARMING_UP
                    ? phrases.warmingUp(place, score.getAgeDays())
                    : phrases.score(score, place, figures);
            detail.add(phrases.expected(figures));
            detail.add(phrases.spillOver(figures));
            score.getReasons().stream()
                    .findFirst()
                    .ifPresent(largest -> detail.add(phrases.mainReason(largest, places)));
            detail.add(phrases.reporting(score));
            detail.add(phrases.onlyWhatIsReported());
        }
        return new ScoreExplanation(
                phrases.terms().language(),
                place,
                phrases.terms().typeset(summary),
                detail.stream().map(phrases.terms()::typeset).toList(),
                Explainer.label(score.getTlp()));
    }
}
