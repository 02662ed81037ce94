package org.harmattan.incident;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.harmattan.schemas.audience.Audience;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents the standing reports tell of, as a difference: what a change of one report ends, opens and revises. For
 * now each report tells of an incident of its own; matching reports of one region to one incident replaces {@link #told}
 * and nothing else.
 */
public final class Incidents {

    private Incidents() {}

    /**
     * An incident before and after a change.
     *
     * @param before null when it opened
     * @param after null when it ended
     */
    public record Change(
            @Nullable Incident before, @Nullable Incident after) {

        public Change {
            if (before == null && after == null) {
                throw new IllegalArgumentException("a change has a before or an after");
            }
        }

        /** Id of the incident. */
        public String id() {
            return before != null ? before.id() : requireNonNull(after).id();
        }
    }

    /**
     * What changes when one report stands otherwise than before, in the order of ids; an incident that is as it was is no
     * change.
     *
     * @param before how it stood, if it did
     * @param after how it stands from now on, if it does
     */
    public static List<Change> changes(Audience audience, Optional<Standing> before, Optional<Standing> after) {
        SortedMap<String, @Nullable Incident> old = new TreeMap<>();
        told(audience, before).forEach(incident -> old.put(incident.id(), incident));
        SortedMap<String, Change> changes = new TreeMap<>();
        for (Incident incident : told(audience, after)) {
            Incident was = old.remove(incident.id());
            if (!incident.equals(was)) {
                changes.put(incident.id(), new Change(was, incident));
            }
        }
        old.forEach((id, incident) -> changes.put(id, new Change(incident, null)));
        return List.copyOf(changes.values());
    }

    private static List<Incident> told(Audience audience, Optional<Standing> standing) {
        return standing.filter(Standing::isOfIncident)
                .map(report -> List.of(Incident.of(audience, List.of(report))))
                .orElse(List.of());
    }
}
