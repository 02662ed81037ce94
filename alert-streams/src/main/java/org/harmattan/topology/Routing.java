package org.harmattan.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.CountryCode;
import org.harmattan.geography.RegionCode;
import org.harmattan.geography.Theatre;
import org.harmattan.ledger.ReportPlaces;
import org.harmattan.schemas.content.Reports;
import org.harmattan.schemas.report.ReportAction;
import org.harmattan.schemas.report.ReportEnvelope;
import org.harmattan.schemas.report.ReportKind;
import org.harmattan.schemas.report.ReportStatus;

/**
 * Decides which theatres hear of a report, and which of them answers. A move or a retraction also reaches the theatres that
 * knew the report before. Only reads; the caller remembers.
 */
final class Routing {

    private final Catalogue catalogue;
    private final boolean takesExercises;

    /** @param takesExercises false in the live lane, where a drill's report is refused and must leave no trace */
    Routing(Catalogue catalogue, boolean takesExercises) {
        this.catalogue = catalogue;
        this.takesExercises = takesExercises;
    }

    /**
     * Where a report goes.
     *
     * @param theatres who hears of it, sorted, never empty
     * @param answering who publishes the receipt, one of them
     * @param firstKind the kind under which the id was first seen
     * @param remember what to remember from now on, or empty when nothing changes
     */
    record Route(List<String> theatres, String answering, ReportKind firstKind, Optional<RoutedReport> remember) {}

    Route route(SpecificRecord report, Optional<RoutedReport> known) {
        return known.map(before -> again(report, before)).orElseGet(() -> first(report));
    }

    private Route first(SpecificRecord report) {
        ReportEnvelope envelope = Reports.envelopeOf(report);
        List<Theatre> concerned = envelope.getAction() == ReportAction.RETRACT ? catalogue.theatres() : hearing(report);
        ReportKind kind = Reports.kindOf(report);
        if (concerned.isEmpty()) {
            // no place that the catalogue knows: one theatre refuses it, nobody remembers it
            String answering = firstTheatre();
            return new Route(List.of(answering), answering, kind, Optional.empty());
        }
        List<String> theatres = names(concerned);
        String answering = envelope.getAction() == ReportAction.RETRACT
                ? firstTheatre()
                : owner(report).orElse(theatres.get(0));
        RoutedReport routed = new RoutedReport(kind, envelope.getSource(), envelope.getRevision(), theatres, answering);
        return new Route(theatres, answering, kind, leavesTrace(envelope) ? Optional.of(routed) : Optional.empty());
    }

    private Route again(SpecificRecord report, RoutedReport known) {
        ReportEnvelope envelope = Reports.envelopeOf(report);
        boolean usable = known.source().equals(envelope.getSource())
                && known.kind() == Reports.kindOf(report)
                && envelope.getRevision() > known.revision()
                && leavesTrace(envelope);
        if (!usable) {
            // whoever knows the id will say what is wrong with it; to all others it would look new
            return new Route(known.theatres(), known.answering(), known.kind(), Optional.empty());
        }
        TreeSet<String> theatres = new TreeSet<>(known.theatres());
        String answering = known.answering();
        if (envelope.getAction() != ReportAction.RETRACT) {
            theatres.addAll(names(hearing(report)));
            answering = owner(report).orElse(answering);
        }
        RoutedReport routed = new RoutedReport(
                known.kind(), known.source(), envelope.getRevision(), List.copyOf(theatres), answering);
        return new Route(routed.theatres(), answering, known.kind(), Optional.of(routed));
    }

    private boolean leavesTrace(ReportEnvelope envelope) {
        return takesExercises || envelope.getStatus() != ReportStatus.EXERCISE;
    }

    private List<Theatre> hearing(SpecificRecord report) {
        ReportPlaces places = ReportPlaces.of(report);
        List<CountryCode> countries = new ArrayList<>();
        for (RegionCode region : known(places)) {
            countries.add(region.country());
        }
        if (places.regions().isEmpty() && places.hasCountry()) {
            countries.add(new CountryCode(places.country()));
        }
        return catalogue.theatres().stream()
                .filter(theatre -> countries.stream().anyMatch(theatre::hearsOf))
                .toList();
    }

    /** The theatre that owns the report's first region, or its country. */
    private Optional<String> owner(SpecificRecord report) {
        ReportPlaces places = ReportPlaces.of(report);
        if (!places.hasCountry()) {
            return Optional.empty();
        }
        CountryCode country = new CountryCode(places.country());
        return catalogue.theatres().stream()
                .filter(theatre -> theatre.owns(country))
                .map(Theatre::name)
                .findFirst();
    }

    private List<RegionCode> known(ReportPlaces places) {
        return places.regions().stream()
                .filter(RegionCode::isWellFormed)
                .map(RegionCode::new)
                .filter(code -> catalogue.find(code).isPresent())
                .toList();
    }

    private String firstTheatre() {
        return catalogue.theatres().get(0).name();
    }

    private static List<String> names(List<Theatre> theatres) {
        return theatres.stream().map(Theatre::name).sorted().toList();
    }
}
