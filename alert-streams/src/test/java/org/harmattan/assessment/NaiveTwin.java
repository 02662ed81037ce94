package org.harmattan.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.harmattan.geography.Catalogue;
import org.harmattan.incident.Incident;
import org.harmattan.incident.NameBasedUuid;
import org.harmattan.incident.Spread;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.Cause;
import org.harmattan.schemas.assessment.Coverage;
import org.harmattan.schemas.assessment.IncidentChange;
import org.harmattan.schemas.assessment.IncidentEvent;
import org.harmattan.schemas.assessment.Pulse;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.command.ForecastParameters;
import org.harmattan.schemas.command.Rule;
import org.harmattan.schemas.ledger.CodedAttack;
import org.harmattan.schemas.ledger.Genesis;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.ledger.LedgerReport;
import org.harmattan.schemas.report.EventType;
import org.harmattan.schemas.report.Reliability;
import org.harmattan.schemas.report.ReportAction;
import org.harmattan.schemas.report.ReportKind;

/**
 * One audience's fold, slow and plain: at each entry everything is computed anew from the set of reports that stand. It
 * shares with the real fold the decisions of the alert life cycle, the form of stored parts and nothing of what is
 * incremental. It covers a theatre that owns all it hears of.
 */
final class NaiveTwin {

    final Catalogue catalogue;
    final Audience audience;
    final Map<String, Standing> standing = new TreeMap<>();
    final Map<String, Rule> rules = new TreeMap<>();
    final Map<String, Map<String, WatchState>> watches = new TreeMap<>();
    final Map<String, AlertEvent> ended = new TreeMap<>();
    final Map<String, ImportRows> imports = new TreeMap<>();
    final Map<String, RegionScore> scores = new HashMap<>();
    final Set<String> waiting = new TreeSet<>();
    Genesis genesis;
    ForecastParameters parameters;
    Instant at;
    OutputChain chain = OutputChain.EMPTY;

    private long budgetSecond = Long.MIN_VALUE;
    private int budget = 5000;
    private long failed;
    private Long lastFailed;
    private Instant lastPulse;
    private List<Output> said;
    private long causeSeq;

    record Standing(LedgerReport report, Instant acceptedAt) {}

    record ImportRows(Set<String> regions, Instant lastRow) {}

    NaiveTwin(Catalogue catalogue, Audience audience) {
        this.catalogue = catalogue;
        this.audience = audience;
    }

    List<Output> apply(LedgerEntry entry) {
        said = new ArrayList<>();
        if (audience == Audience.OPEN && entry.getOpenSeq() == null) {
            return said;
        }
        causeSeq = audience == Audience.OPEN ? entry.getOpenSeq() : entry.getSeq();
        boolean hadBegun = genesis != null;
        boolean wasDay = at != null && day(entry.getAt()) > day(at);
        Instant before = at;
        at = entry.getAt();
        new NaiveAlerts(this).holdsEndedSince(before);
        if (wasDay) {
            turnDay();
        }
        if (isKnown(entry.getBody())) {
            Set<String> touched = effect(entry.getBody());
            touched.forEach(region -> {
                waiting.add(region);
                catalogue
                        .neighbours(new org.harmattan.geography.RegionCode(region))
                        .forEach(neighbour -> waiting.add(neighbour.region().value()));
            });
        } else {
            failed++;
            lastFailed = causeSeq;
        }
        assessWaiting();
        if (hadBegun && (lastPulse == null || at.toEpochMilli() - lastPulse.toEpochMilli() >= 60_000)) {
            pulse();
        }
        return said;
    }

    Cause nextCause() {
        return new Cause(causeSeq, said.size());
    }

    void say(Output.Kind kind, String key, org.apache.avro.specific.SpecificRecord value) {
        Output output = new Output(kind, audience, key, value, at);
        said.add(output);
        chain = chain.plus(output);
    }

    Tlp label() {
        return audience == Audience.OPEN ? Tlp.GREEN : Tlp.AMBER;
    }

    private void pulse() {
        lastPulse = at;
        said.add(new Output(
                Output.Kind.PULSE,
                audience,
                LedgerWriter.THEATRE,
                new Pulse(
                        LedgerWriter.THEATRE,
                        audience,
                        at,
                        1,
                        nextCause(),
                        chain.outputs(),
                        chain.hex(),
                        new NaiveDigests(this).all(),
                        failed,
                        lastFailed),
                at));
    }

    // what the core does not know

    private boolean isKnown(Object body) {
        if (!(body instanceof LedgerReport report) || isRetraction(report)) {
            return true;
        }
        if (report.getKind() == ReportKind.UNKNOWN || report.getAction() == ReportAction.UNKNOWN) {
            return false;
        }
        if (report.getKind() != ReportKind.ATTACK) {
            return true;
        }
        EventType type = ((CodedAttack) report.getDetail()).getEventType();
        boolean isIncident = isViolence(type);
        return type != EventType.UNKNOWN
                && (!isIncident
                        || (report.getReliability() != Reliability.UNKNOWN
                                && report.getCredibility() >= 1
                                && report.getCredibility() <= 6));
    }

    private boolean isRetraction(LedgerReport report) {
        boolean hidden = switch (report.getTlp()) {
            case RED, AMBER_STRICT -> true;
            case AMBER, UNKNOWN -> audience == Audience.OPEN;
            case GREEN, CLEAR -> false;
        };
        return hidden || report.getAction() == ReportAction.RETRACT;
    }

    // effects

    private Set<String> effect(Object body) {
        if (body instanceof LedgerReport report) {
            return report(report);
        }
        if (body instanceof Command command) {
            return new NaiveAlerts(this).command(command);
        }
        if (body instanceof Genesis began) {
            genesis = began;
        }
        return Set.of();
    }

    private Set<String> report(LedgerReport report) {
        Map<String, Incident> incidentsBefore = incidents();
        Set<String> coveredBefore = firstDays().keySet();
        Set<String> touched = new TreeSet<>();
        Standing before = standing.remove(report.getReportId());
        if (before != null) {
            touched.addAll(regionsOf(before.report()));
        }
        if (!isRetraction(report)) {
            standing.put(report.getReportId(), new Standing(report, at));
            touched.addAll(regionsOf(report));
            ImportRows rows = report.getImportId() == null ? null : imports.get(report.getImportId());
            if (rows != null) {
                Set<String> more = new TreeSet<>(rows.regions());
                more.addAll(regionsOf(report));
                imports.put(report.getImportId(), new ImportRows(more, at));
            }
        }
        Set<String> gainedOrLost = new TreeSet<>(coveredBefore);
        Set<String> coveredAfter = firstDays().keySet();
        gainedOrLost.addAll(coveredAfter);
        gainedOrLost.removeIf(country -> coveredBefore.contains(country) == coveredAfter.contains(country));
        gainedOrLost.forEach(country -> touched.addAll(regionsOfCountry(country)));
        tellDifference(incidentsBefore, incidents());
        return touched;
    }

    private void tellDifference(Map<String, Incident> before, Map<String, Incident> after) {
        Set<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        for (String id : ids) {
            Incident was = before.get(id);
            Incident is = after.get(id);
            if (Objects.equals(was, is)) {
                continue;
            }
            Incident told = is == null ? was : is;
            IncidentChange change =
                    is == null ? IncidentChange.ENDED : was == null ? IncidentChange.OPENED : IncidentChange.REVISED;
            say(
                    Output.Kind.INCIDENT,
                    id,
                    IncidentEvent.newBuilder()
                            .setIncidentId(id)
                            .setRevision(causeSeq)
                            .setChange(change)
                            .setTheatre(LedgerWriter.THEATRE)
                            .setRegion(told.region())
                            .setCountry(told.country())
                            .setAudience(audience)
                            .setTlp(label())
                            .setMembers(is == null ? List.of() : told.members())
                            .setFirstDay(LocalDate.ofEpochDay(told.spread().firstDay()))
                            .setLastDay(LocalDate.ofEpochDay(told.spread().lastDay()))
                            .setWeightMicro(is == null ? 0 : told.spread().weightMicro())
                            .setLatitude(told.latitude())
                            .setLongitude(told.longitude())
                            .setFatalitiesBest(told.fatalitiesBest())
                            .setAt(at)
                            .setCause(nextCause())
                            .build());
        }
    }

    private void turnDay() {
        for (String country : firstDays().keySet()) {
            waiting.addAll(regionsOfCountry(country));
        }
        scores.forEach((region, score) -> {
            if (score.getCoverage() != Coverage.NO_COVERAGE) {
                waiting.add(region);
            }
        });
        ended.values().removeIf(event -> at.toEpochMilli() - event.getAt().toEpochMilli() > 30 * 86_400_000L);
        imports.values().removeIf(rows -> at.toEpochMilli() - rows.lastRow().toEpochMilli() > 86_400_000L);
    }

    private void assessWaiting() {
        long second = Math.floorDiv(at.toEpochMilli(), 1000L);
        budget = second == budgetSecond ? budget : 5000;
        budgetSecond = second;
        if (parameters == null || waiting.isEmpty()) {
            return;
        }
        NaiveForecast forecast =
                new NaiveForecast(catalogue, LedgerWriter.THEATRE, parameters, counts(), firstDays(), day(at));
        List<Incident> incidents = new ArrayList<>(incidents().values());
        incidents.sort(
                Comparator.comparing((Incident incident) -> -incident.spread().lastDay())
                        .thenComparing(incident -> -incident.spread().firstDay())
                        .thenComparing(Incident::id));
        for (String region : List.copyOf(waiting)) {
            if (budget == 0) {
                return;
            }
            budget--;
            waiting.remove(region);
            RegionScore score = score(region, forecast.of(region), incidents);
            RegionScore last = scores.get(region);
            boolean isNews = last == null
                    ? score.getCoverage() != Coverage.NO_COVERAGE
                    : !sameButTime(score, last).equals(last);
            NaiveAlerts alerts = new NaiveAlerts(this);
            List<Runnable> steps = alerts.decide(region, score, incidents);
            if (isNews) {
                RegionScore published =
                        RegionScore.newBuilder(score).setCause(nextCause()).build();
                scores.put(region, published);
                say(Output.Kind.SCORE, region, published);
            }
            steps.forEach(Runnable::run);
        }
    }

    private static RegionScore sameButTime(RegionScore score, RegionScore last) {
        return RegionScore.newBuilder(score)
                .setAsOf(last.getAsOf())
                .setCause(last.getCause())
                .build();
    }

    private RegionScore score(String region, NaiveForecast.Result result, List<Incident> incidents) {
        Integer first = firstDays().get(region.substring(0, 2));
        int age = first == null ? 0 : day(at) - first;
        List<Standing> touching = standing.values().stream()
                .filter(report -> regionsOf(report.report()).contains(region))
                .toList();
        List<Standing> live = touching.stream()
                .filter(report -> report.report().getImportId() == null)
                .toList();
        List<Incident> heaviest = new ArrayList<>(incidents.stream()
                .filter(incident -> incident.region().equals(region))
                .limit(20)
                .toList());
        heaviest.sort(Comparator.comparing(
                (Incident incident) -> -incident.spread().weightMicro()
                        * StrictMath.pow(2, -(day(at) - incident.spread().lastDay()) / 30.0)));
        return RegionScore.newBuilder()
                .setRegion(region)
                .setCountry(region.substring(0, 2))
                .setTheatre(LedgerWriter.THEATRE)
                .setAudience(audience)
                .setTlp(label())
                .setAsOf(at)
                .setCoverage(first == null ? Coverage.NO_COVERAGE : age < 90 ? Coverage.WARMING_UP : Coverage.COVERED)
                .setAgeDays(age)
                .setFigures(result == null ? null : result.figures())
                .setReasons(result == null ? List.of() : result.reasons())
                .setEvidence(heaviest.stream().limit(5).map(Incident::id).toList())
                .setLastReportAt(live.stream()
                        .map(Standing::acceptedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null))
                .setReportsIn7Days((int) live.stream()
                        .filter(report -> day(report.acceptedAt()) > day(at) - 7)
                        .count())
                .setShown(touching.stream()
                        .map(Standing::report)
                        .filter(report -> !makesIncident(report))
                        .sorted(Comparator.comparing(LedgerReport::getOccurredAt)
                                .reversed()
                                .thenComparing(LedgerReport::getReportId))
                        .limit(5)
                        .map(LedgerReport::getReportId)
                        .toList())
                .setCause(new Cause(0L, 0))
                .build();
    }

    // all that follows from the standing reports

    Map<String, Incident> incidents() {
        Map<String, Incident> incidents = new TreeMap<>();
        for (Standing report : standing.values()) {
            if (makesIncident(report.report())) {
                Incident incident = incident(report);
                incidents.put(incident.id(), incident);
            }
        }
        return incidents;
    }

    private Incident incident(Standing standing) {
        LedgerReport report = standing.report();
        String id = NameBasedUuid.of(
                "incident", audience.name(), "" + report.getOccurredAt().toEpochMilli(), report.getReportId());
        BigDecimal weight = grade(report.getReliability())
                .multiply(grade(report.getCredibility()))
                .multiply(BigDecimal.valueOf(1_000_000))
                .setScale(0, RoundingMode.HALF_UP);
        CodedAttack attack = (CodedAttack) report.getDetail();
        return new Incident(
                id,
                report.getRegions().get(0),
                report.getCountry(),
                List.of(report.getReportId()),
                List.of(report.getOrigin()),
                new Spread(firstDay(standing), lastDay(standing), weight.intValueExact()),
                report.getLocation().getLatitude(),
                report.getLocation().getLongitude(),
                attack.getFatalities() == null ? null : attack.getFatalities().getBest());
    }

    private static int firstDay(Standing standing) {
        return Math.min(day(standing.report().getOccurredAt()), day(standing.acceptedAt()));
    }

    private static int lastDay(Standing standing) {
        int last = day(standing.report().getOccurredUntil().minusMillis(1));
        return Math.max(firstDay(standing), Math.min(last, day(standing.acceptedAt())));
    }

    private static BigDecimal grade(Reliability reliability) {
        return new BigDecimal(
                switch (reliability) {
                    case A -> "1";
                    case B -> "0.9";
                    case C -> "0.75";
                    case D, F -> "0.5";
                    case E -> "0.2";
                    case UNKNOWN -> throw new IllegalStateException();
                });
    }

    private static BigDecimal grade(int credibility) {
        return new BigDecimal(List.of("1", "0.85", "0.65", "0.35", "0.1", "0.5").get(credibility - 1));
    }

    Map<String, TreeMap<Integer, Long>> counts() {
        Map<String, TreeMap<Integer, Long>> counts = new TreeMap<>();
        for (Incident incident : incidents().values()) {
            int days = incident.spread().lastDay() - incident.spread().firstDay() + 1;
            for (int i = 0; i < days; i++) {
                int weight = incident.spread().weightMicro();
                long share = weight / days + (i < weight % days ? 1 : 0);
                counts.computeIfAbsent(incident.region(), region -> new TreeMap<>())
                        .merge(incident.spread().firstDay() + i, share, Long::sum);
            }
        }
        return counts;
    }

    Map<String, Integer> firstDays() {
        Map<String, Integer> first = new TreeMap<>();
        for (Standing report : standing.values()) {
            for (String region : regionsOf(report.report())) {
                first.merge(region.substring(0, 2), firstDay(report), Math::min);
            }
        }
        return first;
    }

    List<String> regionsOf(LedgerReport report) {
        return report.getRegions().isEmpty() ? regionsOfCountry(report.getCountry()) : report.getRegions();
    }

    List<String> regionsOfCountry(String country) {
        return catalogue.regionsOf(new org.harmattan.geography.CountryCode(country)).stream()
                .map(region -> region.code().value())
                .toList();
    }

    private static boolean makesIncident(LedgerReport report) {
        return report.getKind() == ReportKind.ATTACK && isViolence(((CodedAttack) report.getDetail()).getEventType());
    }

    private static boolean isViolence(EventType type) {
        return type == EventType.BATTLES
                || type == EventType.EXPLOSIONS_REMOTE_VIOLENCE
                || type == EventType.VIOLENCE_AGAINST_CIVILIANS;
    }

    static int day(Instant instant) {
        return (int) instant.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay();
    }
}
