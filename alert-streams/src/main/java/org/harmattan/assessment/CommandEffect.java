package org.harmattan.assessment;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.harmattan.alert.AlertLifeCycle;
import org.harmattan.alert.OpenAlert;
import org.harmattan.forecast.Outlook;
import org.harmattan.schemas.assessment.AlertChange;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.command.AcknowledgeAlert;
import org.harmattan.schemas.command.ActivateCore;
import org.harmattan.schemas.command.AssignAlert;
import org.harmattan.schemas.command.BeginImport;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.command.CommentAlert;
import org.harmattan.schemas.command.EndImport;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.command.LevelThreshold;
import org.harmattan.schemas.command.LiftSilence;
import org.harmattan.schemas.command.Metric;
import org.harmattan.schemas.command.RemoveRule;
import org.harmattan.schemas.command.Rule;
import org.harmattan.schemas.command.SetCatalogue;
import org.harmattan.schemas.command.SetParameters;
import org.harmattan.schemas.command.SetRule;
import org.harmattan.schemas.command.SetSilence;

/** What a command does to a view. */
final class CommandEffect {

    private final ViewState state;
    private final Emitter emitter;
    private final Command command;

    private CommandEffect(ViewState state, Emitter emitter, Command command) {
        this.state = state;
        this.emitter = emitter;
        this.command = command;
    }

    /**
     * Does what the command asks.
     *
     * @return the regions to be assessed anew
     * @throws IllegalArgumentException if it asks for something that this core does not know
     */
    static BitSet ordered(ViewState state, Emitter emitter, Command command) {
        return new CommandEffect(state, emitter, command).done();
    }

    private BitSet done() {
        Object body = command.getBody();
        if (body instanceof SetRule set) {
            return setRule(set.getRule());
        } else if (body instanceof RemoveRule remove) {
            return removeRule(remove.getRuleId());
        } else if (body instanceof SetParameters set) {
            state.law(state.law.with(set.getParameters()));
            state.forgetMemories();
            return covered();
        } else if (body instanceof BeginImport begin) {
            return beginImport(begin.getImportId());
        } else if (body instanceof EndImport end) {
            return endImport(end.getImportId());
        } else if (body instanceof AcknowledgeAlert acknowledge) {
            return byPerson(acknowledge.getAlertId(), AlertChange.ACKNOWLEDGED);
        } else if (body instanceof AssignAlert assign) {
            return byPerson(assign.getAlertId(), AlertChange.ASSIGNED);
        } else if (body instanceof CommentAlert comment) {
            return byPerson(comment.getAlertId(), AlertChange.COMMENTED);
        } else if (body instanceof SetSilence silence) {
            return silenced(silence);
        } else if (body instanceof LiftSilence || body instanceof ActivateCore || body instanceof SetCatalogue) {
            // A silence is the notifier's to lift; the core and the catalogue in force were looked at before.
            return new BitSet();
        }
        throw new IllegalArgumentException("body: not a command that this core knows");
    }

    private BitSet setRule(Rule rule) {
        check(rule);
        Optional<Rule> before = Optional.ofNullable(state.law.rules().get(rule.getRuleId()));
        state.law(state.law.with(rule));
        for (int region = 0; region < state.ground.regions(); region++) {
            boolean goesOn = state.ground.covers(rule.getScope(), region)
                    && before.map(Rule::getMetric).orElse(rule.getMetric()) == rule.getMetric();
            if (!goesOn) {
                endAlert(region, rule.getRuleId());
            }
            state.due(region, state.nextDue(region));
        }
        return covered();
    }

    private BitSet removeRule(String ruleId) {
        state.law(state.law.without(ruleId));
        for (int region = 0; region < state.ground.regions(); region++) {
            endAlert(region, ruleId);
        }
        return new BitSet();
    }

    private void endAlert(int region, String ruleId) {
        WatchState watched = state.watches(region).get(ruleId);
        if (watched == null) {
            return;
        }
        Optional<OpenAlert> open = watched.watch().open();
        if (open.isPresent()) {
            AlertTelling.tellRuleRemoved(
                    state, emitter, region, watched.last().orElseThrow(), AlertLifeCycle.ruleRemoved(open.get()));
        } else {
            state.watch(region, ruleId, WatchState.IDLE);
        }
    }

    /** The sequencer refuses such rules; one that is on a ledger all the same is not judged. */
    private static void check(Rule rule) {
        if (rule.getMetric() == Metric.SILENCE || rule.getMetric() == Metric.UNKNOWN) {
            throw new IllegalArgumentException("metric: not one that this core judges");
        }
        Level before = Level.NONE;
        int threshold = Integer.MIN_VALUE;
        for (LevelThreshold level : rule.getLevels()) {
            if (level.getLevel().compareTo(before) <= 0 || level.getThreshold() <= threshold) {
                throw new IllegalArgumentException("levels: rising, each with a higher threshold");
            }
            if (level.getClearBelow() > level.getThreshold()) {
                throw new IllegalArgumentException("clearBelow: at most the threshold");
            }
            before = level.getLevel();
            threshold = level.getThreshold();
        }
        if (before == Level.NONE || rule.getRaiseHoldSeconds() < 0 || rule.getClearHoldSeconds() < 0) {
            throw new IllegalArgumentException("levels: 1 to 4; holds: 0 seconds and up");
        }
    }

    private BitSet beginImport(String importId) {
        if (!state.imports().containsKey(importId)) {
            state.importHold(importId, new ImportHold(importId, new BitSet(), state.times.atMillis()));
        }
        return new BitSet();
    }

    private BitSet endImport(String importId) {
        ImportHold hold = state.imports().get(importId);
        if (hold == null) {
            return new BitSet();
        }
        state.importHold(importId, null);
        return hold.regions();
    }

    private BitSet byPerson(String alertId, AlertChange change) {
        if (command.getAudience() != state.audience) {
            return new BitSet();
        }
        AlertEvent ended = state.ended().get(alertId);
        if (ended != null) {
            state.ended(alertId, AlertTelling.tellCommand(emitter, ended, change, command.getCommandId()));
            return new BitSet();
        }
        for (int region = 0; region < state.ground.regions(); region++) {
            for (Map.Entry<String, WatchState> watched : state.watches(region).entrySet()) {
                Optional<AlertEvent> last = watched.getValue().last();
                if (last.isPresent() && last.get().getAlertId().equals(alertId)) {
                    told(region, watched.getKey(), watched.getValue(), last.get(), change);
                    return new BitSet();
                }
            }
        }
        return new BitSet();
    }

    private BitSet silenced(SetSilence silence) {
        if (command.getAudience() != state.audience) {
            return new BitSet();
        }
        List<String> rules = silence.getRules();
        for (int region = 0; region < state.ground.regions(); region++) {
            for (Map.Entry<String, WatchState> watched : state.watches(region).entrySet()) {
                Optional<AlertEvent> last = watched.getValue().last();
                boolean meant = state.ground.covers(silence.getScope(), region)
                        && (rules.isEmpty() || rules.contains(watched.getKey()));
                if (last.isPresent() && meant) {
                    told(region, watched.getKey(), watched.getValue(), last.get(), AlertChange.SILENCED);
                }
            }
        }
        return new BitSet();
    }

    private void told(int region, String ruleId, WatchState watched, AlertEvent last, AlertChange change) {
        AlertEvent event = AlertTelling.tellCommand(emitter, last, change, command.getCommandId());
        state.watch(region, ruleId, new WatchState(watched.watch(), Optional.of(event)));
    }

    /** All regions whose country has a report, or in which something is remembered. */
    private BitSet covered() {
        BitSet covered = new BitSet();
        int[] ages = state.ages();
        for (int region = 0; region < state.ground.regions(); region++) {
            boolean isCovered = ages[state.ground.terrain().countryOf(region)] != Outlook.NO_REPORT;
            covered.set(region, isCovered || !state.watches(region).isEmpty());
        }
        return covered;
    }
}
