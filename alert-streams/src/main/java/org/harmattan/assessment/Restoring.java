package org.harmattan.assessment;

import java.util.HashSet;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.serde.CanonicalBody;

/**
 * The state from its stored parts. Day counts, incidents, ages and the times at which holds end are not stored: they follow
 * from the reports that stand and from what is remembered of the rules.
 */
final class Restoring {

    private final ViewState open;
    private final ViewState restricted;

    private Restoring(Ground ground) {
        open = new ViewState(ground, Audience.OPEN);
        restricted = new ViewState(ground, Audience.RESTRICTED);
    }

    static Assessment from(Ground ground, Iterable<Map.Entry<String, byte[]>> parts) {
        SortedMap<String, byte[]> sorted = new TreeMap<>();
        parts.forEach(part -> sorted.put(part.getKey(), part.getValue()));
        Restoring restoring = new Restoring(ground);
        byte[] stored = sorted.remove(PartKey.PROGRESS);
        Progress progress =
                stored == null ? Progress.NONE : Progress.read(stored, restoring.open, restoring.restricted);
        sorted.forEach(restoring::take);
        return new Assessment(
                ground, new View(finished(restoring.open)), new View(finished(restoring.restricted)), progress);
    }

    private void take(String key, byte[] bytes) {
        if (key.startsWith(PartKey.REPORT)) {
            StoredParts.StoredReport report = StoredParts.report(bytes);
            report.open().ifPresent(standing -> ReportEffect.restored(open, standing));
            report.restricted().ifPresent(standing -> ReportEffect.restored(restricted, standing));
            return;
        }
        String[] names = key.split("/", 4);
        ViewState view = names[1].equals(Audience.OPEN.name()) ? open : restricted;
        switch (names[0] + "/") {
            case PartKey.LAW -> view.law(StoredParts.law(bytes));
            case PartKey.SCORE ->
                view.score(view.ground.regionOf(names[2]), CanonicalBody.read(bytes, RegionScore.class));
            case PartKey.WATCH -> view.watch(view.ground.regionOf(names[2]), names[3], StoredParts.watch(bytes));
            case PartKey.ENDED -> view.ended(names[2], CanonicalBody.read(bytes, AlertEvent.class));
            case PartKey.IMPORT -> view.importHold(names[2], StoredParts.importHold(view.ground, bytes));
            default -> throw new IllegalArgumentException("no part of this core's state: " + key);
        }
    }

    /** Times at which holds end depend on rules, which may have come after what they are of. */
    private static ViewState finished(ViewState view) {
        for (int region : view.ground.terrain().owned()) {
            view.due(region, view.nextDue(region));
        }
        view.recomputeEarliestDue();
        view.putInForce(new HashSet<>());
        return view;
    }
}
