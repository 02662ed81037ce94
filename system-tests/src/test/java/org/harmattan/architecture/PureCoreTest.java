package org.harmattan.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PureCoreTest {

    private static final String[] CORE = {
        "org.harmattan.ledger..",
        "org.harmattan.incident..",
        "org.harmattan.forecast..",
        "org.harmattan.alert..",
        "org.harmattan.assessment.."
    };

    /** Types that look at a clock or throw dice. */
    private static final Set<String> CLOCKS_AND_DICE = Set.of(
            "java.time.Clock",
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.concurrent.ThreadLocalRandom",
            "java.security.SecureRandom",
            "java.util.Timer",
            "java.lang.Thread");

    /** Static methods that do so on types that are otherwise harmless. */
    private static final Set<String> IMPURE_METHODS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.Collections.shuffle");

    /** In-memory streams, with which state is written into bytes. */
    private static final Set<String> IN_MEMORY = Set.of(
            "java.io.ByteArrayInputStream",
            "java.io.ByteArrayOutputStream",
            "java.io.DataInput",
            "java.io.DataInputStream",
            "java.io.DataOutput",
            "java.io.DataOutputStream",
            "java.io.InputStream",
            "java.io.OutputStream",
            "java.io.EOFException",
            "java.io.IOException",
            "java.io.UncheckedIOException",
            "java.io.Serializable");

    private static void check(ArchRule rule) {
        rule.check(Product.CLASSES);
    }

    @Test
    void theCoreKnowsNoKafkaNoMicronautAndNoLogger() {
        check(noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "io.micronaut..",
                        "jakarta..",
                        "org.slf4j..",
                        "java.sql..",
                        "org.harmattan.topology..",
                        "org.harmattan.streams..",
                        "org.harmattan.replay.."));
    }

    @Test
    void theCoreDoesNoInputOrOutput() {
        check(noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat(describe(
                        "reach beyond memory",
                        (JavaClass type) ->
                                (type.getPackageName().equals("java.io") && !IN_MEMORY.contains(type.getFullName()))
                                        || type.getPackageName().startsWith("java.nio.file")
                                        || type.getPackageName().startsWith("java.nio.channels")
                                        || type.getPackageName().startsWith("java.net"))));
    }

    @Test
    void theCoreLooksAtNoClockAndThrowsNoDice() {
        check(noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat(describe(
                        "are clocks or dice", (JavaClass type) -> CLOCKS_AND_DICE.contains(type.getFullName())))
                .orShould()
                .accessTargetWhere(describe("is a clock or a die", (JavaAccess<?> access) -> {
                    String owner = access.getTargetOwner().getFullName();
                    return IMPURE_METHODS.contains(owner + "." + access.getName())
                            || (owner.startsWith("java.time.")
                                    && access.getName().equals("now"));
                })));
    }

    @Test
    void theCoreComputesTheSameOnEveryMachine() {
        Set<String> exact = Set.of(
                "abs",
                "addExact",
                "ceil",
                "ceilDiv",
                "floor",
                "floorDiv",
                "floorMod",
                "incrementExact",
                "max",
                "min",
                "multiplyExact",
                "negateExact",
                "round",
                "rint",
                "signum",
                "sqrt",
                "subtractExact",
                "toIntExact",
                "clamp");

        check(noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .accessTargetWhere(describe(
                        "is a function of Math whose last digit is the machine's choice: use StrictMath",
                        (JavaAccess<?> access) ->
                                access.getTargetOwner().getFullName().equals("java.lang.Math")
                                        && !exact.contains(access.getName()))));
    }
}
