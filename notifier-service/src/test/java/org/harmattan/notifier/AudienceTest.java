package org.harmattan.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.Level;
import org.junit.jupiter.api.Test;

/** A subscription sees exactly one audience, whatever arrives in whatever order. */
class AudienceTest {

    private static final long SEED = Long.getLong("harmattan.seed", 20261124L);

    private final Bench bench = Bench.shared();

    @Test
    void noMixOfEventsTellsAnOpenSubscriptionOfARestrictedAlert() {
        System.out.println("AudienceTest: -Dharmattan.seed=" + SEED);
        Random random = new Random(SEED);
        List<String> regions = Bench.regions(4);
        List<Receiver> open = List.of(new Receiver(), new Receiver());
        List<Receiver> restricted = List.of(new Receiver(), new Receiver());
        try {
            open.forEach(receiver -> subscribe(receiver, "open", some(regions, random)));
            restricted.forEach(receiver -> subscribe(receiver, "restricted", some(regions, random)));
            List<Alerts> alerts = new ArrayList<>();
            Set<String> openIds = new HashSet<>();
            Set<String> restrictedIds = new HashSet<>();
            for (int i = 0; i < 24; i++) {
                Audience audience = random.nextBoolean() ? Audience.OPEN : Audience.RESTRICTED;
                Alerts alert = new Alerts(regions.get(random.nextInt(regions.size())), audience, bench.clock)
                        .ofRule("rule-" + random.nextInt(3));
                alerts.add(alert);
                (audience == Audience.OPEN ? openIds : restrictedIds).add(alert.id());
                bench.publish(alert.raised(Level.WATCH));
                bench.publish(anything(alerts.get(random.nextInt(alerts.size())), random));
            }
            for (int minute = 0; minute < 3; minute++) {
                await().until(() -> alerts.stream().allMatch(bench::taken));
                settle();
                bench.advance(Duration.ofSeconds(61));
            }
            settle();
            assertThat(open).anyMatch(receiver -> !receiver.calls().isEmpty());
            assertThat(restricted).anyMatch(receiver -> !receiver.calls().isEmpty());
            open.forEach(receiver -> tellsOnlyOf(receiver, openIds, "TLP:GREEN", "TLP:AMBER"));
            restricted.forEach(receiver -> tellsOnlyOf(receiver, restrictedIds, "TLP:AMBER", "TLP:GREEN"));
        } finally {
            open.forEach(Receiver::close);
            restricted.forEach(Receiver::close);
        }
    }

    /** Nothing is under way or due. */
    private void settle() {
        await().until(() ->
                bench.count("select count(*) as n from delivery where state = 'SENDING' or (state = 'WAITING'"
                                + " and due_at <= '" + bench.clock.instant() + "')")
                        == 0);
    }

    private static void tellsOnlyOf(Receiver receiver, Set<String> ids, String label, String never) {
        for (Receiver.Call call : receiver.calls()) {
            assertThat(call.body()).contains(label).doesNotContain(never);
            call.json()
                    .path("data")
                    .path("alerts")
                    .forEach(alert ->
                            assertThat(ids).contains(alert.path("alertId").asText()));
        }
    }

    private static AlertEvent anything(Alerts alert, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> alert.escalated(Level.EMERGENCY);
            case 1 -> alert.corrected();
            case 2 -> alert.deEscalated(Level.ADVISORY);
            case 3 -> alert.withdrawn();
            default -> alert.cleared();
        };
    }

    private static List<String> some(List<String> regions, Random random) {
        return regions.subList(0, 1 + random.nextInt(regions.size()));
    }

    private void subscribe(Receiver receiver, String audience, List<String> scope) {
        String body = Bench.webhook(receiver, "ADVISORY", audience, scope.toArray(String[]::new));
        assertThat(bench.post("/v1/subscriptions", body, Bench.key(Bench.WATCH_OFFICER))
                        .status())
                .isEqualTo(201);
    }
}
