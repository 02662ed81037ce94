package org.harmattan.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.harmattan.alert.DefaultRules;
import org.harmattan.forecast.DefaultParameters;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.command.AcknowledgeAlert;
import org.harmattan.schemas.command.AssignAlert;
import org.harmattan.schemas.command.BeginImport;
import org.harmattan.schemas.command.CommentAlert;
import org.harmattan.schemas.command.EndImport;
import org.harmattan.schemas.command.ForecastParameters;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.command.LevelThreshold;
import org.harmattan.schemas.command.Metric;
import org.harmattan.schemas.command.RemoveRule;
import org.harmattan.schemas.command.Rule;
import org.harmattan.schemas.command.SetParameters;
import org.harmattan.schemas.command.SetRule;
import org.harmattan.schemas.command.SetSilence;
import org.harmattan.schemas.ledger.CodedAttack;
import org.harmattan.schemas.ledger.CodedContext;
import org.harmattan.schemas.ledger.CodedIntervention;
import org.harmattan.schemas.ledger.CodedLocation;
import org.harmattan.schemas.ledger.CodedMovement;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.ledger.LedgerReport;
import org.harmattan.schemas.report.ActorKind;
import org.harmattan.schemas.report.ContextFactor;
import org.harmattan.schemas.report.EventType;
import org.harmattan.schemas.report.Fatalities;
import org.harmattan.schemas.report.InterventionStrategy;
import org.harmattan.schemas.report.MovementKind;
import org.harmattan.schemas.report.PlacePrecision;
import org.harmattan.schemas.report.Reliability;
import org.harmattan.schemas.report.ReportKind;
import org.harmattan.schemas.report.SubEventType;
import org.harmattan.schemas.report.Target;

/**
 * A ledger made up from a seed, entry by entry: reports of all kinds, revisions, moves, retractions, changes of label,
 * imports, rules, commands, what the core does not know, and time that stands, creeps and leaps.
 */
final class RandomLedger {

    private static final List<String> REGIONS = List.of(
            "ML-5", "ML-5", "ML-5", "ML-5", "ML-4", "ML-7", "BF-10", "BF-08", "NE-6", "CI-SV", "SN-TC", "TG-S", "BJ-AL",
            "MR-01", "GN-K");
    private static final List<String> ORIGINS = List.of("local", "ucdp", "radio", "ngo");

    private final Random random;
    private final LedgerWriter writer;
    private final Map<String, LedgerReport> current = new LinkedHashMap<>();
    private final List<String> alertIds = new ArrayList<>(List.of(LedgerWriter.id("no such alert")));
    private final List<String> imports = new ArrayList<>(List.of(LedgerWriter.id("an import that never began")));
    private int names;

    RandomLedger(long seed) {
        random = new Random(seed);
        writer = LedgerWriter.begun(Instant.parse("2026-03-01T21:00:00Z"));
        for (String region : List.of("ML-5", "BF-10", "NE-6")) {
            report(attack(region)
                    .setOccurredAt(writer.at().minus(Duration.ofDays(80 + random.nextInt(300))))
                    .build());
        }
    }

    List<LedgerEntry> entries() {
        return writer.entries();
    }

    /** Lets commands speak of alerts that there are. */
    void heard(List<Output> outputs) {
        for (Output output : outputs) {
            if (output.value() instanceof AlertEvent event) {
                alertIds.add(event.getAlertId());
            }
        }
    }

    /** Writes the next entry. */
    LedgerEntry next() {
        pass();
        int dice = random.nextInt(100);
        if (dice < 25) {
            writer.tick();
        } else if (dice < 62) {
            report(fresh());
        } else if (dice < 80) {
            report(revised());
        } else if (dice < 90) {
            LedgerReport report = any();
            current.remove(report.getReportId());
            writer.retract(report);
        } else {
            command();
        }
        return writer.last();
    }

    private void pass() {
        int dice = random.nextInt(100);
        if (dice < 30) {
            return;
        }
        Duration step = dice < 70
                ? Duration.ofMillis(1 + random.nextInt(10_000))
                : dice < 85
                        ? Duration.ofMinutes(1 + random.nextInt(90))
                        : dice < 97
                                ? Duration.ofHours(1 + random.nextInt(30))
                                : Duration.ofDays(1 + random.nextInt(20));
        writer.after(step);
    }

    private void report(LedgerReport report) {
        current.put(report.getReportId(), report);
        writer.report(report);
    }

    private LedgerReport any() {
        List<LedgerReport> all = List.copyOf(current.values());
        return all.isEmpty() || random.nextInt(20) == 0
                ? attack("ML-5")
                        .setReportId(LedgerWriter.id("unknown " + names++))
                        .build()
                : all.get(all.size() - 1 - Math.min(random.nextInt(all.size()), random.nextInt(all.size())));
    }

    private LedgerReport fresh() {
        String region = pick(REGIONS);
        return switch (random.nextInt(10)) {
            case 0 ->
                of(
                                ReportKind.MOVEMENT,
                                region,
                                new CodedMovement(
                                        MovementKind.CHECKPOINT, "JNIM", ActorKind.ARMED_GROUP, 20, null, null, null))
                        .build();
            case 1 ->
                of(ReportKind.CONTEXT, region, new CodedContext(ContextFactor.LOCAL_SENTIMENT, -1))
                        .setLocation(null)
                        .setRegions(random.nextBoolean() ? List.of() : List.of(region))
                        .build();
            case 2 ->
                of(
                                ReportKind.INTERVENTION,
                                region,
                                new CodedIntervention(
                                        InterventionStrategy.HUMANITARIAN_AID, LocalDate.of(2026, 3, 1), null))
                        .setLocation(null)
                        .setRegions(List.of("ML-4", "ML-5", "BF-10"))
                        .build();
            default -> attack(region).build();
        };
    }

    private LedgerReport revised() {
        LedgerReport before = any();
        LedgerReport.Builder builder = LedgerReport.newBuilder(before).setRevision(before.getRevision() + 1);
        switch (random.nextInt(6)) {
            case 0 -> builder.setCredibility(1 + random.nextInt(6));
            case 1 -> builder.setTlp(tlp());
            case 2 -> {
                String region = pick(REGIONS);
                builder.setRegions(List.of(region)).setCountry(region.substring(0, 2));
            }
            case 3 -> builder.setOccurredAt(occurred()).setOccurredUntil(writer.at());
            case 4 -> builder.setReliability(reliability());
            default -> builder.setOrigin(pick(ORIGINS));
        }
        return builder.build();
    }

    private LedgerReport.Builder attack(String region) {
        int dice = random.nextInt(100);
        EventType type = dice < 85
                ? EventType.BATTLES
                : dice < 92 ? EventType.EXPLOSIONS_REMOTE_VIOLENCE : dice < 98 ? EventType.PROTESTS : EventType.UNKNOWN;
        Fatalities fatalities = random.nextBoolean() ? null : new Fatalities(random.nextInt(9), 0, 9);
        return of(
                ReportKind.ATTACK,
                region,
                new CodedAttack(type, SubEventType.ARMED_CLASH, List.of(), Target.CIVILIANS, fatalities, null, null));
    }

    private LedgerReport.Builder of(ReportKind kind, String region, Object detail) {
        Instant occurred = occurred();
        Duration lasted = random.nextInt(10) == 0
                ? Duration.ofDays(1 + random.nextInt(200))
                : Duration.ofHours(1 + random.nextInt(40));
        return LedgerWriter.attack("random " + names++, region, occurred)
                .setKind(kind)
                .setDetail(detail)
                .setOccurredUntil(occurred.plus(lasted))
                .setReliability(reliability())
                .setCredibility(1 + random.nextInt(6))
                .setOrigin(pick(ORIGINS))
                .setTlp(tlp())
                .setImportId(random.nextInt(5) == 0 ? pick(imports) : null)
                .setLocation(new CodedLocation(14 + random.nextDouble(), -3.0, PlacePrecision.NEAR));
    }

    private Instant occurred() {
        long minutes = (long) (Math.abs(random.nextGaussian()) * 60 * 24 * (random.nextInt(8) == 0 ? 300 : 6));
        return writer.at().minus(Duration.ofMinutes(minutes)).plus(Duration.ofMinutes(random.nextInt(15)));
    }

    private Tlp tlp() {
        int dice = random.nextInt(100);
        return dice < 62
                ? Tlp.GREEN
                : dice < 68 ? Tlp.CLEAR : dice < 92 ? Tlp.AMBER : dice < 97 ? Tlp.UNKNOWN : Tlp.RED;
    }

    private Reliability reliability() {
        return random.nextInt(60) == 0
                ? Reliability.UNKNOWN
                : pick(List.of(Reliability.A, Reliability.A, Reliability.B, Reliability.C, Reliability.F));
    }

    private void command() {
        switch (random.nextInt(12)) {
            case 0, 1 -> writer.command(new SetRule(rule()));
            case 2 -> writer.command(new RemoveRule(pick(List.of("escalation", "second", "third"))));
            case 3 -> DefaultRules.all().forEach(rule -> writer.command(new SetRule(rule)));
            case 4 ->
                writer.command(new SetParameters(ForecastParameters.newBuilder(DefaultParameters.step1())
                        .setNeighbourWeight(0.01 + 0.01 * random.nextInt(3))
                        .build()));
            case 5, 6 -> {
                imports.add(LedgerWriter.id("import " + names++));
                writer.command(new BeginImport(imports.get(imports.size() - 1)));
            }
            case 7 -> writer.command(new EndImport(pick(imports)));
            case 8 -> byPerson(new AcknowledgeAlert(pick(alertIds)));
            case 9 -> byPerson(new AssignAlert(pick(alertIds)));
            case 10 -> byPerson(new CommentAlert(pick(alertIds)));
            default ->
                byPerson(new SetSilence(
                        LedgerWriter.id("silence " + names++),
                        random.nextBoolean() ? List.of() : List.of("ML"),
                        random.nextBoolean() ? List.of() : List.of("escalation"),
                        writer.at().plus(Duration.ofHours(5))));
        }
    }

    private void byPerson(Object body) {
        boolean open = random.nextBoolean();
        writer.command(body, open ? Audience.OPEN : Audience.RESTRICTED, open);
    }

    private Rule rule() {
        Metric metric = pick(
                List.of(Metric.ESCALATION, Metric.SPILL_OVER, Metric.ATTACK_PROBABILITY, Metric.EXPECTED_INCIDENTS));
        int least = metric == Metric.ESCALATION ? 150 : 1_000 + random.nextInt(2_000);
        List<LevelThreshold> levels = new ArrayList<>();
        for (Level level : List.of(Level.ADVISORY, Level.WATCH, Level.WARNING, Level.EMERGENCY)) {
            if (random.nextInt(4) > 0 || level == Level.EMERGENCY) {
                levels.add(new LevelThreshold(level, least, least * 7 / 10, random.nextInt(3)));
            }
            least += least / 2;
        }
        return new Rule(
                pick(List.of("escalation", "second", "third")),
                metric,
                pick(List.of(List.of(), List.of(), List.of("ML-5", "BF"))),
                levels,
                (long) pick(List.of(0, 0, 600, 7_200)),
                (long) pick(List.of(0, 3_600, 259_200)));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
