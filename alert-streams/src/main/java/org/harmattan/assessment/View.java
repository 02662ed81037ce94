package org.harmattan.assessment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.harmattan.forecast.Outlook;
import org.harmattan.incident.Seen;
import org.harmattan.incident.UtcDays;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.Coverage;
import org.harmattan.schemas.assessment.Pulse;
import org.harmattan.schemas.assessment.StateDigest;
import org.harmattan.schemas.audience.Audience;

/**
 * The assessment for one audience. Each entry is decided on a draft of the state; only when all is decided is the draft put
 * in force, so an entry that cannot be judged leaves no trace but its mention in the pulse.
 */
final class View {

    /** So long an ended alert can still be commented on. */
    private static final long ENDED_KEPT_MILLIS = Duration.ofDays(30).toMillis();

    /** An import that never ended is forgotten after this long without a row. */
    private static final long IMPORT_KEPT_MILLIS = Duration.ofDays(1).toMillis();

    private static final int MOST_FAILURES_KEPT = 10;

    private final StateDigests digests = new StateDigests();
    private final List<FailedEntry> failures = new ArrayList<>();
    private ViewState state;

    View(ViewState state) {
        this.state = state;
    }

    ViewState state() {
        return state;
    }

    StateDigest stateDigest() {
        return digests.of(state);
    }

    /**
     * Folds one entry.
     *
     * @param seen what this audience sees of it; throws when this core does not know what it says
     * @param changedParts takes the parts that must be stored
     */
    List<Output> fold(Supplier<Seen> seen, Emitter emitter, Set<String> changedParts) {
        ViewState draft = state.draft();
        Emitter said = emitter;
        try {
            decide(draft, said, seen);
        } catch (RuntimeException failure) {
            // Stacks and messages differ between machines; that it failed is all that the ledger's outputs may tell.
            draft = state.draft();
            said = emitter.afresh();
            decide(draft, said, Seen.Nothing::new);
            failed(draft, said, failure);
        }
        for (Output output : said.outputs()) {
            draft.chain = draft.chain.plus(output);
        }
        pulse(draft, said);
        draft.putInForce(changedParts);
        state = draft;
        return said.outputs();
    }

    private void decide(ViewState draft, Emitter emitter, Supplier<Seen> seen) {
        BitSet waiting = (BitSet) draft.pending().clone();
        advance(draft, emitter, waiting);
        BitSet own = draft.ground.concerned(effect(draft, emitter, seen.get()));
        waiting.or(own);
        assess(draft, emitter, waiting, own);
    }

    private void failed(ViewState draft, Emitter emitter, RuntimeException failure) {
        draft.tally = draft.tally.plus(emitter.causeSeq());
        if (failures.size() < MOST_FAILURES_KEPT) {
            failures.add(new FailedEntry(draft.audience, emitter.causeSeq(), failure));
        }
    }

    /** Failures since this was asked for last, at most {@link #MOST_FAILURES_KEPT}. */
    List<FailedEntry> takeFailures() {
        List<FailedEntry> taken = List.copyOf(failures);
        failures.clear();
        return taken;
    }

    private static BitSet effect(ViewState draft, Emitter emitter, Seen seen) {
        if (seen instanceof Seen.Reported reported) {
            return ReportEffect.reported(draft, emitter, reported.report());
        } else if (seen instanceof Seen.Gone gone) {
            return ReportEffect.gone(draft, emitter, gone.reportId());
        } else if (seen instanceof Seen.Ordered ordered) {
            return CommandEffect.ordered(draft, emitter, ordered.command());
        } else if (seen instanceof Seen.Began began) {
            draft.law(draft.law.with(began.genesis()));
        }
        return new BitSet();
    }

    /** Time goes on: holds end, and at the turn of the UTC day every region with coverage is assessed. */
    private static void advance(ViewState draft, Emitter emitter, BitSet waiting) {
        long at = emitter.at().toEpochMilli();
        int day = UtcDays.of(emitter.at());
        boolean turns = draft.times.atMillis() != Times.NEVER && day > draft.times.day();
        draft.times = draft.times.at(at, day);
        if (draft.earliestDueMillis() <= at) {
            endHolds(draft, at, waiting);
        }
        if (turns) {
            turnDay(draft, at, waiting);
        }
    }

    private static void endHolds(ViewState draft, long at, BitSet waiting) {
        for (int region = 0; region < draft.ground.regions(); region++) {
            if (draft.dueMillis(region) <= at) {
                waiting.set(region);
                draft.due(region, draft.nextDue(region));
            }
        }
        for (ImportHold hold : draft.imports().values()) {
            if (!hold.regions().isEmpty() && hold.endsAtMillis() <= at) {
                hold.regions().stream().filter(draft.ground::owns).forEach(waiting::set);
                draft.importHold(hold.importId(), hold.silent());
            }
        }
    }

    private static void turnDay(ViewState draft, long at, BitSet waiting) {
        int[] ages = draft.ages();
        for (int region : draft.ground.terrain().owned()) {
            boolean isCovered = ages[draft.ground.terrain().countryOf(region)] != Outlook.NO_REPORT;
            boolean wasCovered = draft.score(region)
                    .map(score -> score.getCoverage() != Coverage.NO_COVERAGE)
                    .orElse(false);
            if (isCovered || wasCovered) {
                waiting.set(region);
            }
        }
        for (Map.Entry<String, AlertEvent> alert : draft.ended().entrySet()) {
            if (at - alert.getValue().getAt().toEpochMilli() > ENDED_KEPT_MILLIS) {
                draft.ended(alert.getKey(), null);
            }
        }
        for (ImportHold hold : draft.imports().values()) {
            if (at - hold.lastRowAtMillis() > IMPORT_KEPT_MILLIS) {
                draft.importHold(hold.importId(), null);
            }
        }
    }

    /**
     * Assesses the regions that wait, in code order, as far as this second allows; the rest wait on. A region that the entry
     * itself concerns and that cannot be assessed makes the entry fail; any other is passed over and counted.
     */
    private void assess(ViewState draft, Emitter emitter, BitSet waiting, BitSet own) {
        int left = draft.law.model().isPresent() ? draft.times.budgetLeft() : 0;
        int spent = 0;
        RegionAssessor assessor = null;
        for (int region = waiting.nextSetBit(0); region >= 0 && spent < left; region = waiting.nextSetBit(region + 1)) {
            try {
                assessor = assessor == null ? new RegionAssessor(draft, emitter) : assessor;
                assessor.assess(region);
            } catch (RuntimeException failure) {
                if (own.get(region)) {
                    throw failure;
                }
                failed(draft, emitter, failure);
            }
            waiting.clear(region);
            spent++;
        }
        draft.times = draft.times.spent(spent);
        draft.pending(waiting);
    }

    private void pulse(ViewState draft, Emitter emitter) {
        boolean hasBegun = state.law.genesis().isPresent();
        if (!hasBegun || !draft.times.isPulseDue()) {
            return;
        }
        draft.times = draft.times.pulsed();
        Audience audience = draft.audience;
        emitter.emit(
                Output.Kind.PULSE,
                draft.ground.theatre(),
                cause -> new Pulse(
                        draft.ground.theatre(),
                        audience,
                        emitter.at(),
                        Assessment.CORE_VERSION,
                        cause,
                        draft.chain.outputs(),
                        draft.chain.hex(),
                        digests.of(draft),
                        draft.tally.failedEntries(),
                        draft.tally.failedEntries() == 0 ? null : draft.tally.lastFailed()));
    }
}
