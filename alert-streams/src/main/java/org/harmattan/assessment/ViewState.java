package org.harmattan.assessment;

import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.harmattan.alert.LevelTimes;
import org.harmattan.forecast.Memory;
import org.harmattan.forecast.Outlook;
import org.harmattan.incident.DayCounts;
import org.harmattan.incident.Incident;
import org.harmattan.incident.Standing;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.audience.Audience;
import org.jspecify.annotations.Nullable;

/**
 * All that one view knows, as a draft: made from the state in force, it is changed while an entry is being decided and then
 * either put in force or dropped. It shares with the state in force what it does not change (arrays are copied at their
 * first change, maps of reports and incidents are overlaid until {@link #putInForce}).
 */
final class ViewState {

    final Ground ground;
    final Audience audience;

    Times times;
    Tally tally;
    OutputChain chain;
    Law law;

    private Shared<RegionState> regions;
    private Shared<SortedTree<Covered>> countries;
    private Shared<Optional<Memory>> memories;
    private Shared<Optional<RegionScore>> scores;
    private Shared<SortedMap<String, WatchState>> watches;
    private Shared<Long> dueMillis;
    private SortedMap<String, AlertEvent> ended;
    private SortedMap<String, ImportHold> imports;
    private BitSet pending;
    private long earliestDueMillis;

    private final Map<String, Standing> reports;
    private final Map<String, Incident> incidents;
    private Map<String, Optional<Standing>> changedReports = Map.of();
    private Map<String, Optional<Incident>> changedIncidents = Map.of();
    private Set<String> changedParts = Set.of();

    /** Before the first entry. */
    ViewState(Ground ground, Audience audience) {
        this.ground = ground;
        this.audience = audience;
        times = Times.BEFORE;
        tally = Tally.NOTHING;
        chain = OutputChain.EMPTY;
        law = Law.NONE;
        regions = Shared.filled(ground.regions(), RegionState.EMPTY);
        countries = Shared.filled(ground.countries(), SortedTree.empty(Covered::compareTo));
        memories = Shared.filled(ground.regions(), Optional.empty());
        scores = Shared.filled(ground.regions(), Optional.empty());
        watches = Shared.filled(ground.regions(), Collections.emptySortedMap());
        dueMillis = Shared.filled(ground.regions(), LevelTimes.NEVER);
        ended = Collections.emptySortedMap();
        imports = Collections.emptySortedMap();
        pending = new BitSet();
        earliestDueMillis = LevelTimes.NEVER;
        reports = new HashMap<>();
        incidents = new HashMap<>();
    }

    private ViewState(ViewState inForce) {
        ground = inForce.ground;
        audience = inForce.audience;
        times = inForce.times;
        tally = inForce.tally;
        chain = inForce.chain;
        law = inForce.law;
        regions = inForce.regions.shared();
        countries = inForce.countries.shared();
        memories = inForce.memories.shared();
        scores = inForce.scores.shared();
        watches = inForce.watches.shared();
        dueMillis = inForce.dueMillis.shared();
        ended = inForce.ended;
        imports = inForce.imports;
        pending = inForce.pending;
        earliestDueMillis = inForce.earliestDueMillis;
        reports = inForce.reports;
        incidents = inForce.incidents;
    }

    /** A draft to decide on. */
    ViewState draft() {
        return new ViewState(this);
    }

    /** Puts the draft in force. Cannot fail. The parts that it changed are added to the given ones. */
    void putInForce(Set<String> partsToStore) {
        changedReports.forEach((id, standing) -> put(reports, id, standing));
        changedIncidents.forEach((id, incident) -> put(incidents, id, incident));
        partsToStore.addAll(changedParts);
        changedReports = Map.of();
        changedIncidents = Map.of();
        changedParts = Set.of();
    }

    private static <V> void put(Map<String, V> map, String key, Optional<V> value) {
        if (value.isPresent()) {
            map.put(key, value.get());
        } else {
            map.remove(key);
        }
    }

    private void changed(String part) {
        changedParts = changedParts.isEmpty() ? new HashSet<>() : changedParts;
        changedParts.add(part);
    }

    Optional<Standing> report(String id) {
        Optional<Standing> changed = changedReports.get(id);
        return changed != null ? changed : Optional.ofNullable(reports.get(id));
    }

    void report(String id, Optional<Standing> standing) {
        changedReports = changedReports.isEmpty() ? new HashMap<>() : changedReports;
        changedReports.put(id, standing);
        changed(PartKey.report(id));
    }

    /** All reports that stand and are in force. */
    Map<String, Standing> reports() {
        return Collections.unmodifiableMap(reports);
    }

    Optional<Incident> incident(String id) {
        Optional<Incident> changed = changedIncidents.get(id);
        return changed != null ? changed : Optional.ofNullable(incidents.get(id));
    }

    void incident(String id, Optional<Incident> incident) {
        changedIncidents = changedIncidents.isEmpty() ? new HashMap<>() : changedIncidents;
        changedIncidents.put(id, incident);
    }

    RegionState region(int region) {
        return regions.get(region);
    }

    void region(int region, RegionState state) {
        regions.set(region, state);
    }

    /** For digests: the same object as long as no region changed. */
    Object regionsIdentity() {
        return regions.identity();
    }

    /** Keeps the memory of a region in step with its counts, which differ only from a day on. */
    void remember(int region, DayCounts counts, int firstChangedDay) {
        memories.get(region).ifPresent(memory -> memories.set(region, Optional.of(memory.of(counts, firstChangedDay))));
    }

    /** Forgets all memories: the half-lives are others. */
    void forgetMemories() {
        for (int region = 0; region < ground.regions(); region++) {
            memories.set(region, Optional.empty());
        }
    }

    /** The memories of all regions under the model in force. */
    Memory[] memories() {
        Memory[] all = new Memory[ground.regions()];
        for (int region = 0; region < all.length; region++) {
            Optional<Memory> memory = memories.get(region);
            if (memory.isEmpty()) {
                memory = Optional.of(
                        Memory.of(regions.get(region).counts(), law.model().orElseThrow()));
                memories.set(region, memory);
            }
            all[region] = memory.get();
        }
        return all;
    }

    /** The first days that reports of a country cover. */
    SortedTree<Covered> covered(int country) {
        return countries.get(country);
    }

    void covered(int country, SortedTree<Covered> days) {
        countries.set(country, days);
    }

    /** Age of each country's log in UTC days, or {@link Outlook#NO_REPORT}. */
    int[] ages() {
        int[] ages = new int[ground.countries()];
        for (int country = 0; country < ages.length; country++) {
            ages[country] = countries
                    .get(country)
                    .first()
                    .map(first -> times.day() - first.firstDay())
                    .orElse(Outlook.NO_REPORT);
        }
        return ages;
    }

    /** The newest score published of a region. */
    Optional<RegionScore> score(int region) {
        return scores.get(region);
    }

    void score(int region, RegionScore score) {
        scores.set(region, Optional.of(score));
        changed(PartKey.score(audience, ground.code(region)));
    }

    /** What is remembered of the rules in a region, by rule. */
    SortedMap<String, WatchState> watches(int region) {
        return watches.get(region);
    }

    void watch(int region, String ruleId, WatchState state) {
        SortedMap<String, WatchState> next = new TreeMap<>(watches.get(region));
        if (state.watch().isIdle()) {
            next.remove(ruleId);
        } else {
            next.put(ruleId, state);
        }
        watches.set(region, Collections.unmodifiableSortedMap(next));
        changed(PartKey.watch(audience, ground.code(region), ruleId));
        due(region, nextDue(region));
    }

    Object watchesIdentity() {
        return watches.identity();
    }

    SortedMap<String, AlertEvent> ended() {
        return ended;
    }

    void ended(String alertId, @Nullable AlertEvent last) {
        SortedMap<String, AlertEvent> next = new TreeMap<>(ended);
        if (last == null) {
            next.remove(alertId);
        } else {
            next.put(alertId, last);
        }
        ended = Collections.unmodifiableSortedMap(next);
        changed(PartKey.ended(audience, alertId));
    }

    SortedMap<String, ImportHold> imports() {
        return imports;
    }

    void importHold(String importId, @Nullable ImportHold hold) {
        SortedMap<String, ImportHold> next = new TreeMap<>(imports);
        if (hold == null) {
            next.remove(importId);
        } else {
            next.put(importId, hold);
        }
        imports = Collections.unmodifiableSortedMap(next);
        changed(PartKey.importHold(audience, importId));
        recomputeEarliestDue();
    }

    boolean isHeldByImport(int region) {
        return imports.values().stream().anyMatch(hold -> hold.holds(region, times.atMillis()));
    }

    void law(Law next) {
        law = next;
        changed(PartKey.law(audience));
    }

    /** Regions that wait for an assessment; not to be changed. */
    BitSet pending() {
        return pending;
    }

    void pending(BitSet regionsThatWait) {
        pending = regionsThatWait;
    }

    /** The next moment at which something is due though nothing comes in. */
    long earliestDueMillis() {
        return earliestDueMillis;
    }

    long dueMillis(int region) {
        return dueMillis.get(region);
    }

    void due(int region, long millis) {
        if (dueMillis.get(region) != millis) {
            dueMillis.set(region, millis);
            recomputeEarliestDue();
        }
    }

    /** The next moment after now at which a hold of a rule in the region ends. */
    long nextDue(int region) {
        long due = LevelTimes.NEVER;
        for (Map.Entry<String, WatchState> watched : watches.get(region).entrySet()) {
            var rule = law.rules().get(watched.getKey());
            if (rule != null) {
                due = Math.min(due, watched.getValue().watch().nextDue(rule, times.atMillis()));
            }
        }
        return due;
    }

    void recomputeEarliestDue() {
        long due = LevelTimes.NEVER;
        for (int region = 0; region < ground.regions(); region++) {
            due = Math.min(due, dueMillis.get(region));
        }
        for (ImportHold hold : imports.values()) {
            if (!hold.regions().isEmpty()) {
                due = Math.min(due, hold.endsAtMillis());
            }
        }
        earliestDueMillis = due;
    }
}
