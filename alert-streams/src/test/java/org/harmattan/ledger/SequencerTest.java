package org.harmattan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.alert.DefaultRules;
import org.harmattan.forecast.DefaultParameters;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.command.AcknowledgeAlert;
import org.harmattan.schemas.command.ActivateCore;
import org.harmattan.schemas.command.BeginImport;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.command.EndImport;
import org.harmattan.schemas.command.ForecastParameters;
import org.harmattan.schemas.command.HalfLifeWeight;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.command.LevelThreshold;
import org.harmattan.schemas.command.Role;
import org.harmattan.schemas.command.Rule;
import org.harmattan.schemas.command.SetCatalogue;
import org.harmattan.schemas.command.SetParameters;
import org.harmattan.schemas.command.SetRule;
import org.harmattan.schemas.ledger.Genesis;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.ledger.LedgerReport;
import org.harmattan.schemas.ledger.Tick;
import org.harmattan.schemas.receipt.Outcome;
import org.harmattan.schemas.receipt.Receipt;
import org.harmattan.schemas.receipt.ReceiptReason;
import org.harmattan.schemas.report.AttackReport;
import org.harmattan.schemas.report.ReportEnvelope;
import org.harmattan.schemas.report.ReportKind;
import org.harmattan.schemas.report.ReportStatus;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of reports, commands and clock proposals. */
class SequencerTest {

    private final Bench bench = new Bench();

    @Nested
    class The_first_entries {

        @Test
        void tell_what_is_in_force_before_anything_happens() {
            bench.time(SampleReports.NOON);
            List<LedgerEntry> ledger = bench.ledger();
            assertThat(ledger.get(0).getBody()).isInstanceOfSatisfying(Genesis.class, genesis -> {
                assertThat(genesis.getCoreVersion()).isEqualTo(1);
                assertThat(genesis.getCatalogueDigest())
                        .isEqualTo(bench.origin().catalogue().digest());
                assertThat(genesis.getClockStart()).isEqualTo(SampleReports.NOON);
            });
            assertThat(((Command) ledger.get(1).getBody()).getBody())
                    .isEqualTo(new SetParameters(DefaultParameters.step1()));
            assertThat(((Command) ledger.get(2).getBody()).getBody())
                    .isEqualTo(new SetRule(DefaultRules.all().get(0)));
            assertThat(((Command) ledger.get(2).getBody()).getRole()).isEqualTo(Role.SYSTEM);
            assertThat(ledger.get(3).getBody()).isEqualTo(new Tick(0L));
        }

        @Test
        void have_the_same_ids_in_every_ledger_of_the_theatre() {
            bench.time(SampleReports.NOON);
            Bench other = new Bench();
            other.time(SampleReports.NOON);
            assertThat(other.ledger()).isEqualTo(bench.ledger());
        }

        @Test
        void come_before_a_report_that_comes_before_any_time_was_proposed() {
            bench.own(SampleReports.NOON);
            bench.send(SampleReports.attack("early"));
            assertThat(bench.ledger().get(0).getBody()).isInstanceOf(Genesis.class);
            assertThat(bench.last().getBody()).isInstanceOf(LedgerReport.class);
            assertThat(bench.last().getAt()).isEqualTo(SampleReports.NOON);
        }

        @Test
        void are_not_written_for_a_report_that_is_refused() {
            bench.own(SampleReports.NOON);
            bench.send(exercise("drill"));
            assertThat(bench.ledger()).isEmpty();
        }
    }

    @Nested
    class Time {

        @Test
        void ticks_every_ten_seconds_whatever_else_happens() {
            bench.time(SampleReports.NOON);
            for (int second = 1; second <= 35; second++) {
                bench.time(SampleReports.NOON.plusSeconds(second));
                bench.send(SampleReports.attack("report-" + second));
            }
            assertThat(bench.ledger())
                    .filteredOn(entry -> entry.getBody() instanceof Tick)
                    .extracting(LedgerEntry::getAt)
                    .containsExactly(
                            SampleReports.NOON,
                            SampleReports.NOON.plusSeconds(10),
                            SampleReports.NOON.plusSeconds(20),
                            SampleReports.NOON.plusSeconds(30));
        }

        @Test
        void is_the_newest_accepted_proposal() {
            bench.time(SampleReports.NOON);
            bench.time(SampleReports.NOON.plusSeconds(3));
            bench.send(SampleReports.attack("one"));
            assertThat(bench.last().getAt()).isEqualTo(SampleReports.NOON.plusSeconds(3));
        }

        @Test
        void does_not_go_back_or_stand_still() {
            bench.time(SampleReports.NOON);
            assertThat(bench.time(SampleReports.NOON)).isEqualTo(new Decision.Ignore(Decision.Why.CLOCK_NOT_NEWER));
            assertThat(bench.time(SampleReports.NOON.minusSeconds(1)))
                    .isEqualTo(new Decision.Ignore(Decision.Why.CLOCK_NOT_NEWER));
        }

        @Test
        void is_not_taken_from_a_clock_more_than_five_seconds_ahead() {
            bench.time(SampleReports.NOON);
            bench.own(SampleReports.NOON);
            assertThat(bench.propose(SampleReports.NOON.plusMillis(5_001)))
                    .isEqualTo(new Decision.Ignore(Decision.Why.CLOCK_AHEAD));
            assertThat(bench.propose(SampleReports.NOON.plusMillis(5_000))).isInstanceOf(Decision.AcceptClock.class);
        }

        @Test
        void makes_one_tick_of_a_long_silence() {
            bench.time(SampleReports.NOON);
            int before = bench.ledger().size();
            bench.time(SampleReports.NOON.plus(Duration.ofHours(8)));
            assertThat(bench.ledger()).hasSize(before + 1);
            assertThat(bench.last().getBody()).isEqualTo(new Tick(1L));
        }
    }

    @Nested
    class A_report {

        @Test
        void is_accepted_once_and_then_a_duplicate_that_names_its_entry() {
            bench.time(SampleReports.NOON);
            AttackReport report = SampleReports.attack("one");
            Receipt first = bench.send(report);
            assertThat(first.getOutcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(first.getReason()).isEqualTo(ReceiptReason.NEW);
            assertThat(first.getSeq()).isEqualTo(bench.last().getSeq());
            Receipt second = bench.send(report);
            assertThat(second.getOutcome()).isEqualTo(Outcome.DUPLICATE);
            assertThat(second.getSeq()).isEqualTo(first.getSeq());
        }

        @Test
        void with_the_same_revision_and_other_content_is_a_conflict() {
            bench.time(SampleReports.NOON);
            bench.send(SampleReports.attack("one"));
            Receipt receipt = bench.send(
                    SampleReports.attack(SampleReports.envelope("one").setCredibility(3)));
            assertThat(receipt.getOutcome()).isEqualTo(Outcome.CONFLICT);
            assertThat(receipt.getSeq()).isNull();
        }

        @Test
        void that_differs_only_in_what_ingest_stamps_is_a_duplicate() {
            bench.time(SampleReports.NOON);
            bench.send(SampleReports.attack("one"));
            Receipt receipt = bench.send(SampleReports.attack(SampleReports.envelope("one")
                    .setReceivedAt(SampleReports.NOON.plusSeconds(60))
                    .setImportId(SampleReports.id("second import"))));
            assertThat(receipt.getOutcome()).isEqualTo(Outcome.DUPLICATE);
        }

        @Test
        void of_a_lower_revision_is_stale_and_of_a_higher_one_replaces() {
            bench.time(SampleReports.NOON);
            bench.send(SampleReports.attack(SampleReports.envelope("one").setRevision(3)));
            assertThat(bench.send(SampleReports.attack(
                                    SampleReports.envelope("one").setRevision(2)))
                            .getOutcome())
                    .isEqualTo(Outcome.STALE);
            Receipt receipt = bench.send(
                    SampleReports.attack(SampleReports.envelope("one").setRevision(7)));
            assertThat(receipt.getReason()).isEqualTo(ReceiptReason.REVISED);
        }

        @Test
        void never_changes_its_kind() {
            bench.time(SampleReports.NOON);
            bench.send(SampleReports.attack("one"));
            Receipt receipt = bench.send(
                    SampleReports.movement(SampleReports.envelope("one").setRevision(2)));
            assertThat(receipt.getReason()).isEqualTo(ReceiptReason.KIND_CHANGED);
        }

        @Test
        void never_changes_the_kind_that_another_theatre_knows() {
            bench.time(SampleReports.NOON);
            Receipt receipt = bench.send(SampleReports.attack("one"), ReportKind.MOVEMENT);
            assertThat(receipt.getReason()).isEqualTo(ReceiptReason.KIND_CHANGED);
        }

        @Test
        void is_revised_and_retracted_by_its_own_source_alone() {
            bench.time(SampleReports.NOON);
            bench.send(SampleReports.attack("one"));
            ReportEnvelope.Builder foreign =
                    SampleReports.envelope("one").setSource("other").setRevision(2);
            assertThat(bench.send(SampleReports.attack(foreign)).getReason()).isEqualTo(ReceiptReason.OTHER_SOURCE);
            assertThat(bench.send(SampleReports.retracted(SampleReports.attack(foreign), 2))
                            .getReason())
                    .isEqualTo(ReceiptReason.OTHER_SOURCE);
        }

        @Test
        void of_a_drill_is_refused_in_the_live_lane() {
            bench.time(SampleReports.NOON);
            assertThat(bench.send(exercise("drill")).getReason()).isEqualTo(ReceiptReason.EXERCISE_IN_LIVE_LANE);
        }

        @Test
        void of_any_age_is_accepted_but_one_older_than_five_years_is_no_more_corrected() {
            bench.time(SampleReports.NOON);
            AttackReport old = old("old", Tlp.GREEN, Duration.ofDays(6 * 365));
            assertThat(bench.send(old).getOutcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(bench.send(SampleReports.attack(
                                    SampleReports.envelope("old").setRevision(2)))
                            .getReason())
                    .isEqualTo(ReceiptReason.TOO_OLD_TO_CORRECT);
            assertThat(bench.send(SampleReports.retracted(old, 2)).getReason())
                    .isEqualTo(ReceiptReason.TOO_OLD_TO_CORRECT);
            AttackReport younger = old("younger", Tlp.GREEN, Duration.ofDays(5 * 365 - 1));
            bench.send(younger);
            assertThat(bench.send(SampleReports.retracted(younger, 2)).getReason())
                    .isEqualTo(ReceiptReason.RETRACTED);
        }

        @Test
        void that_lacks_what_its_kind_needs_is_refused() {
            bench.time(SampleReports.NOON);
            for (ReportEnvelope.Builder broken : List.of(
                    SampleReports.envelope("a").setOccurredAt(null),
                    SampleReports.envelope("b").setOccurredUntil(Instant.EPOCH),
                    SampleReports.envelope("c").setLocation(null),
                    SampleReports.envelope("d").setLocation(SampleReports.location("FR-IDF")),
                    SampleReports.envelope("e").setCredibility(0),
                    SampleReports.envelope("f").setRevision(0),
                    SampleReports.envelope("g").setTlp(Tlp.RED),
                    SampleReports.envelope("h").setTlp(Tlp.AMBER_STRICT))) {
                assertThat(bench.send(SampleReports.attack(broken)).getReason())
                        .isEqualTo(ReceiptReason.INVALID_REPORT);
            }
        }

        @Test
        void leaves_its_words_behind() {
            bench.time(SampleReports.NOON);
            bench.send(SampleReports.attack("one"));
            assertThat(bench.last().toString()).doesNotContain("words that only", "a village that nobody");
        }

        @Test
        void is_answered_by_one_theatre_alone() {
            bench.time(SampleReports.NOON);
            AttackReport report = SampleReports.attack("one");
            assertThat(bench.unanswered(report))
                    .isInstanceOfSatisfying(
                            Decision.Append.class,
                            append -> assertThat(append.receipt()).isEmpty());
            assertThat(bench.unanswered(report)).isEqualTo(new Decision.Ignore(Decision.Why.ANSWERED_ELSEWHERE));
        }
    }

    @Nested
    class A_retraction {

        @Test
        void of_an_unknown_id_is_remembered() {
            bench.time(SampleReports.NOON);
            Receipt receipt = bench.send(SampleReports.retracted(SampleReports.attack("late"), 2));
            assertThat(receipt.getReason()).isEqualTo(ReceiptReason.RETRACTED);
            assertThat(bench.last().getVisibleTo()).isEqualTo(Audience.RESTRICTED);
            assertThat(bench.send(SampleReports.attack("late")).getOutcome()).isEqualTo(Outcome.STALE);
            assertThat(bench.send(SampleReports.attack(
                                    SampleReports.envelope("late").setRevision(2)))
                            .getOutcome())
                    .isEqualTo(Outcome.CONFLICT);
        }

        @Test
        void is_seen_by_who_saw_the_report() {
            bench.time(SampleReports.NOON);
            bench.send(SampleReports.attack("green"));
            bench.send(SampleReports.retracted(SampleReports.attack("green"), 2));
            assertThat(bench.last().getVisibleTo()).isEqualTo(Audience.OPEN);
            bench.send(amber("amber", 1));
            bench.send(SampleReports.retracted(amber("amber", 1), 2));
            assertThat(bench.last().getVisibleTo()).isEqualTo(Audience.RESTRICTED);
        }

        @Test
        void carries_nothing_but_its_id() {
            bench.time(SampleReports.NOON);
            bench.send(SampleReports.attack("one"));
            bench.send(SampleReports.retracted(SampleReports.attack("one"), 2));
            LedgerReport report = (LedgerReport) bench.last().getBody();
            assertThat(report.getDetail()).isNull();
            assertThat(report.getLocation()).isNull();
            assertThat(report.getRegions()).isEmpty();
        }
    }

    @Nested
    class Audiences {

        @Test
        void see_what_their_label_allows_and_an_unknown_label_counts_as_amber() {
            bench.time(SampleReports.NOON);
            bench.send(SampleReports.attack(SampleReports.envelope("clear").setTlp(Tlp.CLEAR)));
            assertThat(bench.last().getVisibleTo()).isEqualTo(Audience.OPEN);
            bench.send(SampleReports.attack(SampleReports.envelope("unknown").setTlp(Tlp.UNKNOWN)));
            assertThat(bench.last().getVisibleTo()).isEqualTo(Audience.RESTRICTED);
            assertThat(bench.last().getOpenSeq()).isNull();
            assertThat(((LedgerReport) bench.last().getBody()).getTlp()).isEqualTo(Tlp.AMBER);
        }

        @Test
        void that_lose_a_report_see_that_they_lose_it() {
            bench.time(SampleReports.NOON);
            bench.send(SampleReports.attack("one"));
            bench.send(amber("one", 2));
            assertThat(bench.last().getVisibleTo()).isEqualTo(Audience.OPEN);
            bench.send(amber("one", 3));
            assertThat(bench.last().getVisibleTo()).isEqualTo(Audience.RESTRICTED);
            bench.send(SampleReports.attack(SampleReports.envelope("one").setRevision(4)));
            assertThat(bench.last().getVisibleTo()).isEqualTo(Audience.OPEN);
        }

        @Test
        void number_what_they_see_without_gaps() {
            bench.time(SampleReports.NOON);
            for (int i = 0; i < 20; i++) {
                bench.send(i % 3 == 0 ? amber("r" + i, 1) : SampleReports.attack("r" + i));
            }
            long expected = 0;
            for (LedgerEntry entry : bench.ledger()) {
                if (entry.getVisibleTo() == Audience.OPEN) {
                    assertThat(entry.getOpenSeq()).isEqualTo(++expected);
                }
            }
        }
    }

    @Nested
    class A_command {

        @Test
        void is_done_once_whoever_repeats_it() {
            bench.time(SampleReports.NOON);
            Command begin = SampleReports.command("begin", new BeginImport(SampleReports.id("import")));
            Receipt first = bench.send(begin);
            assertThat(first.getOutcome()).isEqualTo(Outcome.ACCEPTED);
            Receipt second = bench.send(begin);
            assertThat(second.getOutcome()).isEqualTo(Outcome.DUPLICATE);
            assertThat(second.getSeq()).isEqualTo(first.getSeq());
        }

        @Test
        void that_touches_an_alert_is_of_one_audience_and_all_others_are_of_both() {
            bench.time(SampleReports.NOON);
            bench.send(SampleReports.command("seen", new AcknowledgeAlert(SampleReports.id("alert"))));
            assertThat(bench.last().getVisibleTo()).isEqualTo(Audience.RESTRICTED);
            bench.send(SampleReports.command("end", new EndImport(SampleReports.id("import"))));
            assertThat(bench.last().getVisibleTo()).isEqualTo(Audience.OPEN);
        }

        @Test
        void that_needs_a_newer_core_is_refused() {
            bench.time(SampleReports.NOON);
            assertThat(bench.send(SampleReports.command("core", new ActivateCore(2)))
                            .getReason())
                    .isEqualTo(ReceiptReason.NEEDS_NEWER_CORE);
            assertThat(bench.send(SampleReports.command("same core", new ActivateCore(1)))
                            .getOutcome())
                    .isEqualTo(Outcome.ACCEPTED);
        }

        @Test
        void that_makes_no_sense_is_refused() {
            bench.time(SampleReports.NOON);
            Rule rule = DefaultRules.all().get(0);
            List<Object> senseless = List.of(
                    new SetRule(Rule.newBuilder(rule).setRuleId("Not A Rule").build()),
                    new SetRule(Rule.newBuilder(rule).setLevels(List.of()).build()),
                    new SetRule(Rule.newBuilder(rule)
                            .setLevels(List.of(
                                    new LevelThreshold(Level.WATCH, 300, 200, 1),
                                    new LevelThreshold(Level.ADVISORY, 400, 200, 1)))
                            .build()),
                    new SetRule(Rule.newBuilder(rule)
                            .setLevels(List.of(new LevelThreshold(Level.WATCH, 1_001, 200, 1)))
                            .build()),
                    new SetRule(Rule.newBuilder(rule)
                            .setLevels(List.of(new LevelThreshold(Level.WATCH, 300, 301, 1)))
                            .build()),
                    new SetRule(Rule.newBuilder(rule).setScope(List.of("XX-1")).build()),
                    new SetRule(Rule.newBuilder(rule).setClearHoldSeconds(-1).build()),
                    new SetRule(Rule.newBuilder(rule)
                            .setMetric(org.harmattan.schemas.command.Metric.SILENCE)
                            .build()),
                    new SetParameters(ForecastParameters.newBuilder(DefaultParameters.step1())
                            .setDispersionExponent(1.5)
                            .build()),
                    new SetParameters(ForecastParameters.newBuilder(DefaultParameters.step1())
                            .setDispersionOffset(1e-7)
                            .build()),
                    new SetParameters(ForecastParameters.newBuilder(DefaultParameters.step1())
                            .setBase(Double.NaN)
                            .build()),
                    new SetParameters(ForecastParameters.newBuilder(DefaultParameters.step1())
                            .setHalfLives(List.of(new HalfLifeWeight(30, 0.1)))
                            .build()),
                    new SetCatalogue("0".repeat(64)),
                    new BeginImport("no uuid"),
                    new ActivateCore(0));
            for (int i = 0; i < senseless.size(); i++) {
                assertThat(bench.send(SampleReports.command("senseless " + i, senseless.get(i)))
                                .getReason())
                        .as("%s", senseless.get(i))
                        .isEqualTo(ReceiptReason.INVALID_COMMAND);
            }
        }

        @Test
        void of_another_theatre_is_refused() {
            bench.time(SampleReports.NOON);
            Command elsewhere = Command.newBuilder(
                            SampleReports.command("elsewhere", new BeginImport(SampleReports.id("import"))))
                    .setTheatres(List.of("elsewhere"))
                    .build();
            assertThat(bench.send(elsewhere).getReason()).isEqualTo(ReceiptReason.INVALID_COMMAND);
        }
    }

    private static SpecificRecord amber(String name, long revision) {
        return SampleReports.attack(
                SampleReports.envelope(name).setRevision(revision).setTlp(Tlp.AMBER));
    }

    private static AttackReport exercise(String name) {
        return SampleReports.attack(SampleReports.envelope(name).setStatus(ReportStatus.EXERCISE));
    }

    private static AttackReport old(String name, Tlp tlp, Duration age) {
        Instant then = SampleReports.NOON.minus(age);
        return SampleReports.attack(SampleReports.envelope(name)
                .setTlp(tlp)
                .setOccurredAt(then)
                .setOccurredUntil(then.plus(Duration.ofHours(1))));
    }
}
