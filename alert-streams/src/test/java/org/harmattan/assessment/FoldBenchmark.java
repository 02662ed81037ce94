package org.harmattan.assessment;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.Region;

/**
 * Program: seconds to fold a ledger of a million entries, 98 of 100 of them ticks 10 s apart, the others attacks all over
 * the theatre. Arguments: entries (default 1000000), seed (default 1).
 */
public final class FoldBenchmark {

    private FoldBenchmark() {}

    public static void main(String[] arguments) {
        int size = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        LedgerWriter ledger = ledger(size, new Random(seed));
        for (int round = 1; round <= 2; round++) {
            Assessment assessment = Assessment.start(Catalogue.shipped(), LedgerWriter.THEATRE);
            long outputs = 0;
            long start = System.nanoTime();
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (var entry : ledger.entries()) {
                outputs += assessment.apply(entry).size();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double cpuSeconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
            System.out.printf(
                    "round %d, seed %d: %d entries, %d outputs, %.2f s (%.2f s of processor)%n",
                    round, seed, ledger.entries().size(), outputs, seconds, cpuSeconds);
        }
    }

    private static LedgerWriter ledger(int size, Random random) {
        LedgerWriter writer = LedgerWriter.begun(Instant.parse("2026-01-01T00:00:00Z"));
        List<Region> regions = Catalogue.shipped()
                .theatreNamed(LedgerWriter.THEATRE)
                .orElseThrow()
                .regions();
        while (writer.entries().size() < size) {
            if (random.nextInt(100) < 98) {
                writer.after(Duration.ofSeconds(10)).tick();
            } else {
                String region =
                        regions.get(random.nextInt(regions.size())).code().value();
                Instant occurred = writer.at().minus(Duration.ofHours(random.nextInt(24 * 20)));
                writer.report(LedgerWriter.attack("attack " + writer.entries().size(), region, occurred)
                        .build());
            }
        }
        return writer;
    }
}
