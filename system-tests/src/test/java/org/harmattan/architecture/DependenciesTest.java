package org.harmattan.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DependenciesTest {

    /** The packages of each service. */
    private static final Map<String, List<String>> SERVICES = new TreeMap<>(Map.of(
            "ingest-service", List.of("org.harmattan.ingest.."),
            "alert-streams",
                    List.of(
                            "org.harmattan.ledger..",
                            "org.harmattan.incident..",
                            "org.harmattan.forecast..",
                            "org.harmattan.alert..",
                            "org.harmattan.assessment..",
                            "org.harmattan.topology..",
                            "org.harmattan.streams..",
                            "org.harmattan.replay.."),
            "notifier-service", List.of("org.harmattan.notifier.."),
            "ops-console", List.of("org.harmattan.console..")));

    @Test
    void allFourServicesAreLookedAt() {
        assertThat(SERVICES.values())
                .allSatisfy(packages -> assertThat(packages)
                        .allSatisfy(name -> assertThat(Product.CLASSES.stream()
                                        .filter(type -> type.getPackageName().startsWith(name.replace("..", ""))))
                                .as("classes in %s", name)
                                .isNotEmpty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "alert-streams", "notifier-service", "ops-console"})
    void noServiceDependsOnAnother(String service) {
        String[] others = SERVICES.entrySet().stream()
                .filter(other -> !other.getKey().equals(service))
                .flatMap(other -> other.getValue().stream())
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAnyPackage(SERVICES.getOrDefault(service, List.of()).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("services meet only in topics")
                .check(Product.CLASSES);
    }

    @Test
    void whatServicesShareKnowsNoService() {
        String[] services = SERVICES.values().stream().flatMap(List::stream).toArray(String[]::new);

        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.harmattan.schemas..",
                        "org.harmattan.geography..",
                        "org.harmattan.explanation..",
                        "org.harmattan.door..",
                        "org.harmattan.parts..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(services)
                .check(Product.CLASSES);
    }

    @Test
    void theEmbeddedPartsKnowNothingOfHarmattan() {
        classes()
                .that()
                .resideInAPackage("org.harmattan.parts..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(
                        "org.harmattan.schemas..",
                        "org.harmattan.geography..",
                        "org.harmattan.door..",
                        "org.harmattan.embedded..")
                .check(Product.CLASSES);
    }

    @Test
    void onlyOneClassTouchesConfluentsClient() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.harmattan.schemas.serde.ConfluentRegistry")
                .and()
                .haveNameNotMatching("org\\.harmattan\\.schemas\\.serde\\.ConfluentRegistry\\$.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.confluent..")
                .check(Product.CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.harmattan.(**)").should().beFreeOfCycles().check(Product.CLASSES);
    }
}
