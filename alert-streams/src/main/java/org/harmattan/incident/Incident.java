package org.harmattan.incident;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.ledger.CodedAttack;
import org.harmattan.schemas.ledger.CodedLocation;
import org.jspecify.annotations.Nullable;

/**
 * What is taken to be one attack.
 *
 * @param id UUIDv5 of the audience and the least (occurredAt, reportId) of its members
 * @param region ISO 3166-2 code
 * @param country ISO 3166-1 alpha-2 code
 * @param members ids of the reports that tell of it, sorted
 * @param origins distinct origins of those reports, sorted
 * @param spread its weight and the days it may have happened on
 * @param latitude degrees north of its narrowest report
 * @param longitude degrees east of its narrowest report
 * @param fatalitiesBest best estimate of deaths, or null
 */
public record Incident(
        String id,
        String region,
        String country,
        List<String> members,
        List<String> origins,
        Spread spread,
        double latitude,
        double longitude,
        @Nullable Integer fatalitiesBest) {

    /** Newest first: by last day, first day and id. */
    public static final Comparator<Incident> NEWEST_FIRST = (one, other) -> {
        int byLast = Integer.compare(other.spread.lastDay(), one.spread.lastDay());
        if (byLast != 0) {
            return byLast;
        }
        int byFirst = Integer.compare(other.spread.firstDay(), one.spread.firstDay());
        return byFirst != 0 ? byFirst : one.id.compareTo(other.id);
    };

    /** The order in which members are told of: by begin and id. */
    static final Comparator<Standing> EARLIEST_FIRST = Comparator.comparing(
                    (Standing standing) -> standing.report().getOccurredAt())
            .thenComparing(Standing::reportId);

    public Incident {
        members = List.copyOf(members);
        origins = List.copyOf(origins);
    }

    /**
     * The incident that these reports tell of together.
     *
     * @param members one or more reports of incidents, all of one region
     */
    static Incident of(Audience audience, List<Standing> members) {
        Standing least = members.get(0);
        Standing narrowest = least;
        SortedSet<String> origins = new TreeSet<>();
        SortedSet<String> ids = new TreeSet<>();
        for (Standing member : members) {
            least = EARLIEST_FIRST.compare(member, least) < 0 ? member : least;
            narrowest = isNarrower(member, narrowest) ? member : narrowest;
            origins.add(member.report().getOrigin());
            ids.add(member.reportId());
        }
        CodedLocation place = narrowest.report().getLocation();
        CodedAttack attack = (CodedAttack) narrowest.report().getDetail();
        return new Incident(
                idOf(audience, least),
                narrowest.report().getRegions().get(0),
                narrowest.report().getCountry(),
                List.copyOf(ids),
                List.copyOf(origins),
                new Spread(narrowest.firstDay(), narrowest.lastDay(), Certainty.weightMicro(members)),
                place.getLatitude(),
                place.getLongitude(),
                attack.getFatalities() == null ? null : attack.getFatalities().getBest());
    }

    private static String idOf(Audience audience, Standing least) {
        return NameBasedUuid.of(
                "incident",
                audience.name(),
                Long.toString(least.report().getOccurredAt().toEpochMilli()),
                least.reportId());
    }

    /** Fewer days, then the order of telling. */
    private static boolean isNarrower(Standing one, Standing other) {
        int days = one.lastDay() - one.firstDay();
        int otherDays = other.lastDay() - other.firstDay();
        return days != otherDays ? days < otherDays : EARLIEST_FIRST.compare(one, other) < 0;
    }
}
