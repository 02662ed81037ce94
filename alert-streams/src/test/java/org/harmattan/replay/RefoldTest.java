package org.harmattan.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.harmattan.alert.DefaultRules;
import org.harmattan.assessment.Assessment;
import org.harmattan.assessment.Output;
import org.harmattan.forecast.DefaultParameters;
import org.harmattan.geography.Catalogue;
import org.harmattan.ledger.Applier;
import org.harmattan.ledger.Decision;
import org.harmattan.ledger.HeapMemory;
import org.harmattan.ledger.LedgerOrigin;
import org.harmattan.ledger.SampleReports;
import org.harmattan.ledger.Sequencer;
import org.harmattan.ledger.TheatreClock;
import org.harmattan.schemas.assessment.Pulse;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.intake.ClockProposal;
import org.harmattan.schemas.intake.IntakeEntry;
import org.harmattan.schemas.intake.IntakeReport;
import org.harmattan.schemas.ledger.LaneKind;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.report.ReportKind;
import org.harmattan.schemas.topic.TopicCatalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hand-made logs: what a fold publishes, and what becomes of it when somebody changes one record. */
class RefoldTest {

    private static final String THEATRE = "west-central-africa";
    private static final TopicCatalogue TOPICS = TopicCatalogue.live();

    private final List<LedgerEntry> ledger = new ArrayList<>();
    private final Map<Audience, Map<Output.Kind, List<Published>>> topics = new EnumMap<>(Audience.class);

    @BeforeEach
    void publish() {
        for (Audience audience : OutputTopics.AUDIENCES) {
            topics.put(audience, new HashMap<>());
        }
        writeLedger();
        Assessment assessment = Assessment.start(Catalogue.shipped(), THEATRE);
        for (LedgerEntry entry : ledger) {
            for (Output output : assessment.apply(entry)) {
                on(output.kind(), output.audience())
                        .add(new Published(
                                output.key(), output.value(), output.at().toEpochMilli()));
            }
        }
    }

    /** Five minutes with three reports in them. */
    private void writeLedger() {
        Sequencer sequencer = new Sequencer(new LedgerOrigin(
                THEATRE,
                LaneKind.LIVE,
                TOPICS.lane().prefix(),
                1,
                Assessment.CORE_VERSION,
                Catalogue.shipped(),
                DefaultParameters.step1(),
                DefaultRules.all()));
        HeapMemory memory = new HeapMemory();
        Instant accepted = Instant.EPOCH;
        for (int second = 0; second < 300; second += 5) {
            Instant now = SampleReports.NOON.plus(Duration.ofSeconds(second));
            List<IntakeEntry> entries = new ArrayList<>();
            entries.add(new IntakeEntry(new ClockProposal(now, "test")));
            if (second % 100 == 50) {
                entries.add(new IntakeEntry(
                        new IntakeReport(SampleReports.attack("report-" + second), ReportKind.ATTACK, true)));
            }
            for (IntakeEntry entry : entries) {
                Decision decision = sequencer.decide(entry, memory, new TheatreClock(accepted, now));
                List<LedgerEntry> appended = List.of();
                if (decision instanceof Decision.AcceptClock clock) {
                    accepted = clock.at();
                    appended = clock.entries();
                } else if (decision instanceof Decision.Append append) {
                    appended = append.entries();
                }
                appended.forEach(next -> Applier.apply(next, memory));
                ledger.addAll(appended);
            }
        }
    }

    @Test
    void what_the_fold_says_and_nothing_else_is_the_same() {
        assertThat(verify()).isInstanceOfSatisfying(Verification.Same.class, same -> {
            assertThat(same.entries()).isEqualTo(ledger.size());
            assertThat(same.outputs()).isPositive();
        });
    }

    @Test
    void one_changed_digest_is_found_with_its_cause() {
        List<Published> pulses = on(Output.Kind.PULSE, Audience.RESTRICTED);
        Published second = pulses.get(1);
        Pulse pulse = (Pulse) second.value();
        Pulse changed =
                Pulse.newBuilder(pulse).setOutputDigest("0".repeat(63) + "1").build();
        pulses.set(1, new Published(second.key(), changed, second.timestampMillis()));
        assertThat(verify()).isInstanceOfSatisfying(Verification.Different.class, different -> {
            assertThat(different.kind()).isEqualTo(Verification.Kind.VALUE);
            assertThat(different.seq()).isEqualTo(pulse.getCause().getSeq());
            assertThat(different.topic()).isEqualTo("harmattan.pulse.restricted");
            assertThat(different.detail()).isEqualTo("field outputDigest differs");
        });
    }

    @Test
    void a_lost_record_is_found() {
        on(Output.Kind.PULSE, Audience.OPEN).remove(1);
        assertThat(kindOfDifference()).isEqualTo(Verification.Kind.MISSING);
    }

    @Test
    void a_record_lost_at_the_end_is_found() {
        List<Published> pulses = on(Output.Kind.PULSE, Audience.OPEN);
        pulses.remove(pulses.size() - 1);
        assertThat(kindOfDifference()).isEqualTo(Verification.Kind.MISSING);
    }

    @Test
    void a_record_told_twice_is_found() {
        List<Published> pulses = on(Output.Kind.PULSE, Audience.OPEN);
        pulses.add(2, pulses.get(1));
        assertThat(kindOfDifference()).isEqualTo(Verification.Kind.UNEXPECTED);
    }

    @Test
    void a_record_that_nothing_caused_is_found_at_the_end() {
        List<Published> pulses = on(Output.Kind.PULSE, Audience.OPEN);
        pulses.add(pulses.get(pulses.size() - 1));
        assertThat(kindOfDifference()).isEqualTo(Verification.Kind.UNEXPECTED);
    }

    @Test
    void another_timestamp_is_found() {
        List<Published> pulses = on(Output.Kind.PULSE, Audience.OPEN);
        Published first = pulses.get(0);
        pulses.set(0, new Published(first.key(), first.value(), first.timestampMillis() + 1));
        assertThat(kindOfDifference()).isEqualTo(Verification.Kind.TIMESTAMP);
    }

    @Test
    void another_key_is_found() {
        List<Published> pulses = on(Output.Kind.PULSE, Audience.OPEN);
        Published first = pulses.get(0);
        pulses.set(0, new Published("elsewhere", first.value(), first.timestampMillis()));
        assertThat(kindOfDifference()).isEqualTo(Verification.Kind.KEY);
    }

    @Test
    void a_gap_in_the_ledger_is_found() {
        ledger.remove(5);
        assertThat(kindOfDifference()).isEqualTo(Verification.Kind.LEDGER);
    }

    @Test
    void a_topic_whose_oldest_records_are_gone_is_compared_from_where_it_begins() {
        on(Output.Kind.PULSE, Audience.OPEN).remove(0);
        assertThat(verify(true)).isInstanceOf(Verification.Same.class);
    }

    private Verification.Kind kindOfDifference() {
        return ((Verification.Different) verify()).kind();
    }

    private Verification verify() {
        return verify(false);
    }

    private Verification verify(boolean cut) {
        Refold refold = new Refold(
                TOPICS, Catalogue.shipped(), THEATRE, (kind, audience) -> new HeapLog(on(kind, audience), cut));
        for (LedgerEntry entry : ledger) {
            Optional<Verification.Different> different = refold.fold(entry);
            if (different.isPresent()) {
                return different.get();
            }
        }
        return refold.end();
    }

    private List<Published> on(Output.Kind kind, Audience audience) {
        return topics.computeIfAbsent(audience, a -> new HashMap<>()).computeIfAbsent(kind, k -> new ArrayList<>());
    }

    private static final class HeapLog implements PublishedLog {

        private final Deque<Published> records;
        private final boolean cut;

        HeapLog(List<Published> records, boolean cut) {
            this.records = new ArrayDeque<>(records);
            this.cut = cut;
        }

        @Override
        public Optional<Published> await() {
            return peek();
        }

        @Override
        public Optional<Published> peek() {
            return Optional.ofNullable(records.peek());
        }

        @Override
        public void advance() {
            records.remove();
        }

        @Override
        public boolean isCut() {
            return cut;
        }
    }
}
