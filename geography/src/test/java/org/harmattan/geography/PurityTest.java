package org.harmattan.geography;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What a fold over the ledger reads here must be the same on every machine and at every time. */
class PurityTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.harmattan.geography");

    @Test
    void nothingHereKnowsAServiceAClockOrChance() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.micronaut..",
                        "org.apache.kafka..",
                        "org.slf4j..",
                        "java.time..",
                        "java.net..",
                        "java.sql..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .check(classes);
    }

    /** They may differ between Java releases in the last digit; their namesakes in StrictMath do not. */
    @Test
    void nothingHereUsesTheInexactFunctionsOfMath() {
        for (String function : new String[] {"sin", "cos", "tan", "atan2", "exp", "log", "pow", "hypot"}) {
            noClasses()
                    .should()
                    .callMethodWhere(new DescribedPredicate<>("Math." + function) {
                        @Override
                        public boolean test(JavaMethodCall call) {
                            return call.getTargetOwner().isEquivalentTo(Math.class)
                                    && call.getName().equals(function);
                        }
                    })
                    .check(classes);
        }
    }
}
