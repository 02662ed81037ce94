package org.harmattan.assessment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the core may know of, without exceptions: values of the ledger in, values out, on every machine the same. */
class ExhaustiveCoreRulesTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                    "org.harmattan.forecast",
                    "org.harmattan.incident",
                    "org.harmattan.alert",
                    "org.harmattan.assessment");

    @Test
    void itKnowsTheContractsTheCatalogueAndPlainJava() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.harmattan.forecast",
                        "org.harmattan.incident",
                        "org.harmattan.alert",
                        "org.harmattan.assessment",
                        "org.harmattan.geography",
                        "org.harmattan.schemas.assessment",
                        "org.harmattan.schemas.audience",
                        "org.harmattan.schemas.command",
                        "org.harmattan.schemas.ledger",
                        "org.harmattan.schemas.report",
                        "org.harmattan.schemas.serde",
                        "org.harmattan.schemas.topic",
                        "org.apache.avro.specific",
                        "java.lang..",
                        "java.io",
                        "java.math",
                        "java.nio",
                        "java.nio.charset",
                        "java.security",
                        "java.time..",
                        "java.util..",
                        "org.jspecify.annotations")
                .check(CORE);
    }

    @Test
    void itReadsNoFileAndOpensNoConnection() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.io\\.(File.*|RandomAccess.*|Console|PrintStream|Reader|Writer|Object.*Stream)")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.nio.file..", "java.nio.channels..", "org.slf4j..")
                .check(CORE);
        noClasses().should().accessField(System.class, "out").check(CORE);
        noClasses().should().callMethod(System.class, "getenv", String.class).check(CORE);
        noClasses()
                .should()
                .callMethod(System.class, "getProperty", String.class)
                .check(CORE);
    }

    @Test
    void itReadsNoClockThrowsNoDiceAndStartsNoThread() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Random.class, Thread.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.concurrent..")
                .check(CORE);
        noClasses().should().callMethod(Instant.class, "now").check(CORE);
        noClasses().should().callMethod(LocalDate.class, "now").check(CORE);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(CORE);
        noClasses().should().callMethod(System.class, "nanoTime").check(CORE);
        noClasses().should().callMethod(UUID.class, "randomUUID").check(CORE);
        noClasses().should().callMethod(Math.class, "random").check(CORE);
        noClasses().should().callMethod(Object.class, "hashCode").check(CORE);
        noClasses()
                .should()
                .callMethod(System.class, "identityHashCode", Object.class)
                .check(CORE);
    }

    @Test
    void itsMathematicsIsTheSameOnEveryMachine() {
        for (String function : List.of("exp", "log", "log10", "log1p", "expm1", "sin", "cos", "tan", "cbrt")) {
            noClasses().should().callMethod(Math.class, function, double.class).check(CORE);
        }
        noClasses()
                .should()
                .callMethod(Math.class, "pow", double.class, double.class)
                .check(CORE);
    }

    @Test
    void decidingKnowsNothingOfTheFold() {
        noClasses()
                .that()
                .resideInAnyPackage("org.harmattan.forecast", "org.harmattan.incident", "org.harmattan.alert")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.harmattan.assessment")
                .check(CORE);
        noClasses()
                .that()
                .resideInAPackage("org.harmattan.incident")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.harmattan.forecast", "org.harmattan.alert")
                .check(CORE);
        slices().matching("org.harmattan.(*)..").should().beFreeOfCycles().check(CORE);
    }
}
