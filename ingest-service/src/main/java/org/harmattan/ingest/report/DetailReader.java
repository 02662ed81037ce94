package org.harmattan.ingest.report;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.harmattan.geography.CountryCode;
import org.harmattan.geography.Region;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.report.ActorKind;
import org.harmattan.schemas.report.AttackReport;
import org.harmattan.schemas.report.ContextFactor;
import org.harmattan.schemas.report.ContextReport;
import org.harmattan.schemas.report.EventType;
import org.harmattan.schemas.report.Fatalities;
import org.harmattan.schemas.report.InterventionReport;
import org.harmattan.schemas.report.InterventionStrategy;
import org.harmattan.schemas.report.MovementKind;
import org.harmattan.schemas.report.MovementReport;
import org.harmattan.schemas.report.ReportKind;
import org.harmattan.schemas.report.SubEventType;
import org.harmattan.schemas.report.Target;

/** Reads the fields that only reports of one kind have. Of a retraction none is required. */
final class DetailReader {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_ACTORS = 50;
    private static final int LONGEST_OUTCOME = 1_000;

    private static final Set<EventType> EVENTS = known(EventType.class, EventType.UNKNOWN);
    private static final Set<MovementKind> MOVEMENTS = known(MovementKind.class, MovementKind.UNKNOWN);
    private static final Set<ContextFactor> FACTORS = known(ContextFactor.class, ContextFactor.UNKNOWN);
    private static final Set<InterventionStrategy> STRATEGIES =
            known(InterventionStrategy.class, InterventionStrategy.UNKNOWN);
    private static final Set<ActorKind> AMBER_ACTORS = Set.of(ActorKind.SECURITY_FORCES, ActorKind.PEACEKEEPERS);

    private final Places places;

    DetailReader(Places places) {
        this.places = places;
    }

    private static <E extends Enum<E>> Set<E> known(Class<E> type, E unknown) {
        Set<E> all = EnumSet.allOf(type);
        all.remove(unknown);
        return all;
    }

    /** Reads what {@code kind} adds; problems are told to {@code fields}. */
    Detail read(ReportKind kind, FieldReader fields, boolean required) {
        return switch (kind) {
            case ATTACK -> attack(fields, required);
            case MOVEMENT -> movement(fields, required);
            case CONTEXT -> context(fields, required);
            case INTERVENTION -> intervention(fields, required);
            case UNKNOWN -> throw new IllegalArgumentException("kind: there is no report of kind UNKNOWN");
        };
    }

    private static Detail attack(FieldReader fields, boolean required) {
        Optional<EventType> event = fields.oneOf("eventType", EVENTS);
        if (required) {
            fields.required("eventType", event, "send one of " + EVENTS);
        }
        Optional<SubEventType> subEvent = fields.oneOf("subEventType", EnumSet.allOf(SubEventType.class));
        Optional<List<String>> actors = fields.texts("actors", MOST_ACTORS, LONGEST_NAME);
        Optional<Target> target = fields.oneOf("target", EnumSet.allOf(Target.class));
        Optional<Fatalities> fatalities = fatalities(fields);
        Optional<Integer> injured = fields.count("injured");
        Optional<Integer> abducted = fields.count("abducted");
        return Detail.of(
                Tlp.GREEN,
                envelope -> AttackReport.newBuilder()
                        .setEnvelope(envelope)
                        .setEventType(event.orElse(EventType.UNKNOWN))
                        .setSubEventType(subEvent.orElse(SubEventType.UNKNOWN))
                        .setActors(actors.orElse(List.of()))
                        .setTarget(target.orElse(Target.UNKNOWN))
                        .setFatalities(fatalities.orElse(null))
                        .setInjured(injured.orElse(null))
                        .setAbducted(abducted.orElse(null))
                        .build());
    }

    /** The best estimate alone will do; the others are then the same. */
    private static Optional<Fatalities> fatalities(FieldReader fields) {
        return fields.object("fatalities").flatMap(numbers -> {
            Optional<Integer> best = numbers.required("best", numbers.count("best"), "send the best estimate");
            Optional<Integer> low = numbers.count("low");
            Optional<Integer> high = numbers.count("high");
            numbers.refuseUnknown();
            if (best.isPresent() && low.isPresent() && best.get() < low.get()) {
                fields.problem("fatalities.best", "is below low", "send low <= best <= high");
            }
            if (best.isPresent() && high.isPresent() && best.get() > high.get()) {
                fields.problem("fatalities.best", "is above high", "send low <= best <= high");
            }
            if (low.isPresent() && high.isPresent() && low.get() > high.get()) {
                fields.problem("fatalities.low", "is above high", "send low <= best <= high");
            }
            return best.map(number -> new Fatalities(number, low.orElse(number), high.orElse(number)));
        });
    }

    private Detail movement(FieldReader fields, boolean required) {
        Optional<MovementKind> movement = fields.oneOf("movement", MOVEMENTS);
        if (required) {
            fields.required("movement", movement, "send one of " + MOVEMENTS);
        }
        Optional<String> actor = fields.text("actor", LONGEST_NAME);
        ActorKind actorKind =
                fields.oneOf("actorKind", EnumSet.allOf(ActorKind.class)).orElse(ActorKind.UNKNOWN);
        Optional<Integer> size = fields.count("size");
        Optional<Region> origin = places.region(fields, "originRegion");
        Optional<Region> destination = places.region(fields, "destinationRegion");
        Optional<Integer> heading = fields.wholeNumber("headingDegrees", 0, 359).map(Long::intValue);
        Tlp defaultTlp = AMBER_ACTORS.contains(actorKind) ? Tlp.AMBER : Tlp.GREEN;
        return Detail.of(
                defaultTlp,
                envelope -> MovementReport.newBuilder()
                        .setEnvelope(envelope)
                        .setMovement(movement.orElse(MovementKind.UNKNOWN))
                        .setActor(actor.orElse(null))
                        .setActorKind(actorKind)
                        .setSize(size.orElse(null))
                        .setOriginRegion(
                                origin.map(region -> region.code().value()).orElse(null))
                        .setDestinationRegion(
                                destination.map(region -> region.code().value()).orElse(null))
                        .setHeadingDegrees(heading.orElse(null))
                        .build());
    }

    private Detail context(FieldReader fields, boolean required) {
        Optional<ContextFactor> factor = fields.oneOf("factor", FACTORS);
        Optional<Long> direction = fields.wholeNumber("direction", -2, 2);
        Optional<Region> region = places.region(fields, "region");
        Optional<CountryCode> country = places.country(fields, "country");
        if (required) {
            fields.required("factor", factor, "send one of " + FACTORS);
            fields.required("direction", direction, "send -2 (much worse) to 2 (much better)");
            if (!fields.has("region") && !fields.has("country")) {
                fields.problem("region", "is missing, and so is country", "send one of the two");
            }
        }
        if (region.isPresent()
                && country.isPresent()
                && !region.get().country().code().equals(country.get())) {
            fields.problem("country", "is not the country of the region", "leave it out: the region's is taken");
        }
        String inCountry = region.map(found -> found.country().code())
                .or(() -> country)
                .map(CountryCode::value)
                .orElse("");
        return Detail.of(
                Tlp.GREEN,
                envelope -> ContextReport.newBuilder()
                        .setEnvelope(envelope)
                        .setFactor(factor.orElse(ContextFactor.UNKNOWN))
                        .setDirection(direction.map(Long::intValue).orElse(0))
                        .setRegion(region.map(found -> found.code().value()).orElse(null))
                        .setCountry(inCountry)
                        .build());
    }

    private Detail intervention(FieldReader fields, boolean required) {
        Optional<InterventionStrategy> strategy = fields.oneOf("strategy", STRATEGIES);
        Optional<List<String>> regions = places.regions(fields, "regions");
        Optional<LocalDate> starts = fields.day("startsOn");
        Optional<LocalDate> ends = fields.day("endsOn");
        Optional<String> outcome = fields.text("expectedOutcome", LONGEST_OUTCOME);
        if (required) {
            fields.required("strategy", strategy, "send one of " + STRATEGIES);
            fields.required("regions", regions, "send a list of ISO 3166-2 codes, such as [\"ML-5\"]");
            fields.required("startsOn", starts, "send its first day");
            if (regions.isPresent() && regions.get().isEmpty()) {
                fields.problem("regions", "is empty", "send at least one ISO 3166-2 code");
            }
        }
        if (starts.isPresent() && ends.isPresent() && ends.get().isBefore(starts.get())) {
            fields.problem("endsOn", "is before startsOn", "send the last day, or leave it out while it goes on");
        }
        Optional<Moment> start = starts.map(day -> new Moment(Moment.startOf(day), true));
        return new Detail(
                Tlp.GREEN,
                start,
                envelope -> InterventionReport.newBuilder()
                        .setEnvelope(envelope)
                        .setStrategy(strategy.orElse(InterventionStrategy.UNKNOWN))
                        .setRegions(regions.orElse(List.of()))
                        .setStartsOn(starts.orElse(null))
                        .setEndsOn(ends.orElse(null))
                        .setExpectedOutcome(outcome.orElse(null))
                        .build());
    }
}
