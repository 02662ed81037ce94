package org.harmattan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;
import org.junit.jupiter.api.Test;

class SourcesTest {

    private static final Set<String> ROOMS_WITHOUT_A_NAME =
            Set.of("util", "utils", "common", "impl", "model", "models", "helper", "helpers", "misc", "shared", "base");

    @Test
    void topicsAreNamedInTheirCatalogueOnly() {
        String names = TopicCatalogue.live().all().stream()
                .map(Topic::name)
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        Pattern literal = Pattern.compile("\"(" + names + ")\"");

        List<Path> offenders = Product.sources().stream()
                .filter(file -> !file.toString().contains("/schemas/src/main/java/"))
                .filter(file -> literal.matcher(Product.text(file)).find())
                .toList();

        assertThat(offenders)
                .as("files that name a topic by a string: take it from TopicCatalogue")
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        List<Path> offenders = Product.sources().stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> {
                    Path info = folder.resolve("package-info.java");
                    return !Files.exists(info)
                            || !Product.text(info).contains("@NullMarked")
                            || !Product.text(info).contains("/**");
                })
                .toList();

        assertThat(offenders)
                .as("packages without a package-info that is @NullMarked and says what the room is for")
                .isEmpty();
    }

    @Test
    void noPackageIsARoomForAnything() {
        List<Path> offenders = Product.sources().stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> ROOMS_WITHOUT_A_NAME.contains(String.valueOf(folder.getFileName())))
                .toList();

        assertThat(offenders).as("packages named after nothing").isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        Pattern later = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");

        assertThat(Product.sources().stream()
                        .filter(file -> later.matcher(Product.text(file)).find())
                        .toList())
                .as("files with a note for later: open an issue instead")
                .isEmpty();
    }
}
