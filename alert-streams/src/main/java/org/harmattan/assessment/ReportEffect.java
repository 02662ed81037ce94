package org.harmattan.assessment;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.harmattan.incident.Incident;
import org.harmattan.incident.Incidents;
import org.harmattan.incident.Standing;
import org.harmattan.schemas.assessment.IncidentChange;
import org.harmattan.schemas.assessment.IncidentEvent;
import org.harmattan.schemas.ledger.LedgerReport;
import org.jspecify.annotations.Nullable;

/** What a report's coming, changing or going does to a view: its regions' incidents and counts, its countries' age. */
final class ReportEffect {

    private final ViewState state;
    private final Emitter emitter;
    private final BitSet touched = new BitSet();

    private ReportEffect(ViewState state, Emitter emitter) {
        this.state = state;
        this.emitter = emitter;
    }

    /** A report stands from now on. Returns the regions touched, those that it leaves included. */
    static BitSet reported(ViewState state, Emitter emitter, LedgerReport report) {
        if (state.ground.touchedBy(report).length == 0) {
            return gone(state, emitter, report.getReportId());
        }
        Standing standing = Standing.of(report, emitter.at());
        ReportEffect effect = new ReportEffect(state, emitter);
        effect.replace(report.getReportId(), Optional.of(standing));
        if (report.getImportId() != null) {
            effect.importRow(report.getImportId(), report);
        }
        return effect.touched;
    }

    /** A report stands no more. Returns the regions touched; none if it did not stand. */
    static BitSet gone(ViewState state, Emitter emitter, String reportId) {
        ReportEffect effect = new ReportEffect(state, emitter);
        if (state.report(reportId).isPresent()) {
            effect.replace(reportId, Optional.empty());
        }
        return effect.touched;
    }

    /** A report stands as it did when the state was stored: nothing is told, nothing counts as touched. */
    static void restored(ViewState state, Standing standing) {
        ReportEffect effect = new ReportEffect(state, new Emitter(state.audience, 0, standing.acceptedAt()));
        Optional<Standing> restored = Optional.of(standing);
        effect.enter(standing);
        Incidents.changes(state.audience, Optional.empty(), restored).forEach(effect::count);
        state.report(standing.reportId(), restored);
    }

    private void replace(String reportId, Optional<Standing> after) {
        Optional<Standing> before = state.report(reportId);
        List<Incidents.Change> changes = Incidents.changes(state.audience, before, after);
        BitSet countriesBefore = covered(before, after);
        before.ifPresent(this::leave);
        after.ifPresent(this::enter);
        changes.forEach(this::count);
        touchCountriesGainedOrLost(countriesBefore, covered(before, after));
        state.report(reportId, after);
        changes.forEach(this::tell);
    }

    private void leave(Standing report) {
        int[] regions = state.ground.touchedBy(report.report());
        for (int region : regions) {
            touched.set(region);
            state.region(region, state.region(region).minus(report));
        }
        for (int country : state.ground.countriesOf(regions)) {
            state.covered(country, state.covered(country).minus(covered(report)));
        }
    }

    private void enter(Standing report) {
        int[] regions = state.ground.touchedBy(report.report());
        for (int region : regions) {
            touched.set(region);
            state.region(region, state.region(region).plus(report));
        }
        for (int country : state.ground.countriesOf(regions)) {
            state.covered(country, state.covered(country).plus(covered(report)));
        }
    }

    private static Covered covered(Standing report) {
        return new Covered(report.firstDay(), report.reportId());
    }

    private void count(Incidents.Change change) {
        Incident before = change.before();
        if (before != null) {
            int region = state.ground.regionOf(before.region());
            RegionState next = state.region(region).minus(before);
            state.region(region, next);
            state.remember(region, next.counts(), before.spread().firstDay());
        }
        Incident after = change.after();
        if (after != null) {
            int region = state.ground.regionOf(after.region());
            RegionState next = state.region(region).plus(after);
            state.region(region, next);
            state.remember(region, next.counts(), after.spread().firstDay());
        }
        state.incident(change.id(), Optional.ofNullable(after));
    }

    /** Of the countries that the reports concern, those with coverage. */
    private BitSet covered(Optional<Standing> before, Optional<Standing> after) {
        BitSet covered = new BitSet();
        for (Optional<Standing> report : List.of(before, after)) {
            report.ifPresent(standing -> {
                for (int country : state.ground.countriesOf(state.ground.touchedBy(standing.report()))) {
                    covered.set(country, !state.covered(country).isEmpty());
                }
            });
        }
        return covered;
    }

    /** A country's first report, or the loss of its last, is news for all of its regions. */
    private void touchCountriesGainedOrLost(BitSet before, BitSet after) {
        BitSet changed = (BitSet) before.clone();
        changed.xor(after);
        changed.stream().forEach(country -> {
            for (int region : state.ground.terrain().regionsOf(country)) {
                touched.set(region);
            }
        });
    }

    private void importRow(String importId, LedgerReport report) {
        ImportHold hold = state.imports().get(importId);
        if (hold != null) {
            state.importHold(
                    importId,
                    hold.withRow(state.ground.touchedBy(report), emitter.at().toEpochMilli()));
        }
    }

    /** Only the owner of a region publishes what happens in it; an incident that moves out of its regions has ended. */
    private void tell(Incidents.Change change) {
        Incident before = owned(change.before());
        Incident after = owned(change.after());
        if (after != null) {
            IncidentChange what = before == null ? IncidentChange.OPENED : IncidentChange.REVISED;
            tell(after, what, after.members(), after.spread().weightMicro());
        } else if (before != null) {
            tell(before, IncidentChange.ENDED, List.of(), 0);
        }
    }

    private @Nullable Incident owned(@Nullable Incident incident) {
        return incident != null && state.ground.owns(incident.region()) ? incident : null;
    }

    private void tell(Incident incident, IncidentChange what, List<String> members, int weightMicro) {
        emitter.emit(
                Output.Kind.INCIDENT,
                incident.id(),
                cause -> new IncidentEvent(
                        incident.id(),
                        cause.getSeq(),
                        what,
                        state.ground.theatre(),
                        incident.region(),
                        incident.country(),
                        state.audience,
                        Labels.of(state.audience),
                        members,
                        LocalDate.ofEpochDay(incident.spread().firstDay()),
                        LocalDate.ofEpochDay(incident.spread().lastDay()),
                        weightMicro,
                        incident.latitude(),
                        incident.longitude(),
                        incident.fatalitiesBest(),
                        null,
                        null,
                        emitter.at(),
                        cause));
    }
}
