package org.harmattan.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the sequencer and the verification may know of, from the first day and without exceptions. */
class LedgerRulesTest {

    private static final JavaClasses LEDGER = of("org.harmattan.ledger");
    private static final JavaClasses TOPOLOGY = of("org.harmattan.topology");
    private static final JavaClasses REPLAY = of("org.harmattan.replay");

    @Test
    void the_sequencer_knows_values_the_catalogue_and_the_contracts_and_nothing_else() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.harmattan.ledger",
                        "org.harmattan.geography",
                        "org.harmattan.schemas.audience",
                        "org.harmattan.schemas.command",
                        "org.harmattan.schemas.content",
                        "org.harmattan.schemas.intake",
                        "org.harmattan.schemas.ledger",
                        "org.harmattan.schemas.receipt",
                        "org.harmattan.schemas.report",
                        "org.apache.avro",
                        "org.apache.avro.specific",
                        "java.lang..",
                        "java.time..",
                        "java.util..",
                        "java.security",
                        "java.nio",
                        "java.nio.charset",
                        "org.jspecify.annotations")
                .check(LEDGER);
    }

    @Test
    void the_sequencer_reads_no_clock_and_throws_no_dice() {
        noClasses().should().callMethod(Instant.class, "now").check(LEDGER);
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, java.util.Random.class)
                .check(LEDGER);
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .check(LEDGER);
    }

    @Test
    void whoever_decides_cannot_write() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Applier.class, HeapMemory.class, Memory.class)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Memory.class, HeapMemory.class, Applier.class)
                .check(LEDGER);
    }

    @Test
    void topologies_and_verification_know_nothing_of_the_service_around_them() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micronaut..", "jakarta..", "org.harmattan.streams..", "org.harmattan.door..")
                .check(TOPOLOGY);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micronaut..", "jakarta..", "org.harmattan.streams..", "org.harmattan.door..")
                .check(REPLAY);
    }

    private static JavaClasses of(String packageName) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(packageName);
    }
}
