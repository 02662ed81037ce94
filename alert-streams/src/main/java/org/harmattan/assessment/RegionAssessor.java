package org.harmattan.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.harmattan.forecast.Outlook;
import org.harmattan.schemas.assessment.Coverage;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.command.Rule;

/** Assesses one region after another at one moment: decides on its score and its alerts, then writes and tells them. */
final class RegionAssessor {

    private final ViewState state;
    private final Emitter emitter;
    private final Outlook outlook;

    /** @param state whose model is set, and in which the entry has had its effect */
    RegionAssessor(ViewState state, Emitter emitter) {
        this.state = state;
        this.emitter = emitter;
        this.outlook = new Outlook(
                state.law.model().orElseThrow(),
                state.ground.terrain(),
                state.memories(),
                state.ages(),
                state.times.day());
    }

    /** Nothing is written or told before all of it is decided. */
    void assess(int region) {
        Judgement judgement = Judgement.of(state, outlook, region);
        List<AlertStep> steps = new ArrayList<>(1);
        for (Rule rule : state.law.rules().values()) {
            if (state.ground.covers(rule.getScope(), region)) {
                AlertStep.decide(state, region, rule, judgement).ifPresent(steps::add);
            }
        }
        if (isNews(judgement, state.score(region))) {
            RegionScore score = emitter.emit(
                    Output.Kind.SCORE,
                    state.ground.code(region),
                    cause -> judgement.toScore(state, region, emitter.at(), cause));
            state.score(region, score);
        }
        steps.forEach(step -> step.take(state, emitter));
        state.due(region, state.nextDue(region));
    }

    /** A country without any report is told of once, when it has lost its coverage. */
    private static boolean isNews(Judgement judgement, Optional<RegionScore> published) {
        return published
                .map(score -> !judgement.isAsPublished(score))
                .orElse(judgement.coverage() != Coverage.NO_COVERAGE);
    }
}
