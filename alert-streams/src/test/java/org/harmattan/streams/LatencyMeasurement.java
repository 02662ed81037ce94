package org.harmattan.streams;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.harmattan.ledger.SampleReports;
import org.harmattan.schemas.assessment.IncidentEvent;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.receipt.Receipt;
import org.harmattan.schemas.report.AttackReport;

/**
 * Measures how long a report takes to its receipt and to its incident, at a steady rate, with everything on this machine. Not
 * a test: {@code LatencyMeasurement [reports] [perSecond]}, after {@code mvn test-compile -pl alert-streams}.
 */
final class LatencyMeasurement {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private LatencyMeasurement() {}

    public static void main(String[] args) throws Exception {
        int reports = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
        int perSecond = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        Path state = Files.createTempDirectory("latency");
        try (LiveCluster cluster = new LiveCluster(state, "live")) {
            cluster.start();
            measure(cluster, "warm-up", reports / 4, perSecond);
            measure(cluster, "measured", reports, perSecond);
        }
        System.exit(0);
    }

    private static void measure(LiveCluster cluster, String name, int reports, int perSecond)
            throws IOException, InterruptedException {
        Map<String, Long> sent = new HashMap<>();
        Thread sender = new Thread(() -> {
            long start = System.nanoTime();
            for (int i = 0; i < reports; i++) {
                LockSupport.parkNanos(start + i * (1_000_000_000L / perSecond) - System.nanoTime());
                AttackReport report = report(name + i);
                synchronized (sent) {
                    sent.put(report.getEnvelope().getReportId(), System.nanoTime());
                }
                cluster.sendSoon(report);
            }
        });
        try (FastLog<Receipt> receipts =
                        new FastLog<>(cluster.kafka(), cluster.topics().receipts());
                FastLog<IncidentEvent> incidents =
                        new FastLog<>(cluster.kafka(), cluster.topics().incidents(Audience.OPEN))) {
            sender.start();
            Map<String, Long> answered = new HashMap<>();
            Map<String, Long> told = new HashMap<>();
            long giveUpAt = System.nanoTime() + LONGEST.toNanos();
            while ((answered.size() < reports || told.size() < reports) && System.nanoTime() < giveUpAt) {
                receipts.poll(receipt -> answered.putIfAbsent(receipt.getId(), System.nanoTime()));
                incidents.poll(incident ->
                        incident.getMembers().forEach(member -> told.putIfAbsent(member, System.nanoTime())));
            }
            sender.join();
            print(name + ": report to receipt", sent, answered);
            print(name + ": report to incident", sent, told);
        }
    }

    private static void print(String what, Map<String, Long> sent, Map<String, Long> seen) {
        List<Long> millis = new ArrayList<>();
        sent.forEach((id, at) -> {
            Long then = seen.get(id);
            if (then != null) {
                millis.add((then - at) / 1_000_000);
            }
        });
        millis.sort(null);
        if (millis.isEmpty()) {
            System.out.println(what + ": nothing came");
            return;
        }
        System.out.printf(
                "%s: %d of %d, p50 %d ms, p99 %d ms%n",
                what, millis.size(), sent.size(), millis.get(millis.size() / 2), millis.get(millis.size() * 99 / 100));
    }

    private static AttackReport report(String name) {
        Instant then = Instant.now().minus(Duration.ofHours(3));
        return SampleReports.attack(
                SampleReports.envelope(name).setOccurredAt(then).setOccurredUntil(then.plus(Duration.ofHours(1))));
    }
}
