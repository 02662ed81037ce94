package org.harmattan.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.Region;
import org.harmattan.schemas.assessment.AlertChange;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.command.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AlertExplanationTest {

    private final Explainer explainer = new Explainer(Catalogue.shipped());

    static Stream<Arguments> lives() {
        return Stream.of(
                        SampleAlerts.raised(),
                        SampleAlerts.escalated(),
                        SampleAlerts.deEscalated(),
                        SampleAlerts.corrected(),
                        SampleAlerts.withdrawn(),
                        SampleAlerts.cleared())
                .flatMap(event -> Stream.of(Language.values())
                        .map(language -> Arguments.of(event.getChange().name(), language, event.build())));
    }

    /** To accept new words: run with -Dharmattan.golden.accept=src/test/resources and read the difference. */
    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("lives")
    void eventReadsAsItsGoldenFile(String change, Language language, AlertEvent event) {
        String text = asText(explainer.explain(event, language));
        String name = "/org/harmattan/explanation/"
                + change.toLowerCase(Locale.ROOT).replace('_', '-') + "." + language.code() + ".txt";
        accept(name, text);
        assertThat(text).isEqualTo(golden(name));
    }

    @ParameterizedTest
    @EnumSource(AlertChange.class)
    void everyChangeHasAShortFormOfOneTextMessage(AlertChange change) {
        List<Level> levels = List.of(Level.ADVISORY, Level.WARNING, Level.EMERGENCY);
        for (var region : longestNames()) {
            for (Metric metric : Metric.values()) {
                for (Level level : levels) {
                    AlertEvent event = SampleAlerts.escalated()
                            .setChange(change)
                            .setRegion(region.code().value())
                            .setCountry(region.country().code().value())
                            .setMetric(metric)
                            .setValue(997)
                            .setLevel(level)
                            .setPreviousLevel(Level.WARNING)
                            .setExercise(true)
                            .setTlp(Tlp.AMBER)
                            .build();
                    for (Language language : Language.values()) {
                        String text = explainer.explain(event, language).shortForm();
                        assertThat(text).hasSizeLessThanOrEqualTo(160).endsWith(" TLP:AMBER");
                        assertThat(Gsm7.isBasic(text)).as(text).isTrue();
                        assertThat(text).contains(region.code().value());
                    }
                }
            }
        }
    }

    @Test
    void frenchNeverBreaksBeforeAHighMark() {
        lives().map(arguments -> (AlertEvent) arguments.get()[2]).forEach(event -> {
            Explanation french = explainer.explain(event, Language.FR);
            List<String> all = new ArrayList<>(french.sentences());
            all.add(french.headline());
            assertThat(all).noneMatch(sentence -> sentence.matches(".* [:;!?%»].*"));
            assertThat(all).noneMatch(sentence -> sentence.contains("'"));
            assertThat(all).noneMatch(sentence -> sentence.matches(".*\\d\\.\\d.*"));
        });
    }

    @Test
    void anExerciseSaysSoFirst() {
        AlertEvent drill = SampleAlerts.raised().setExercise(true).build();
        assertThat(explainer.explain(drill, Language.FR).headline()).startsWith("EXERCICE – AVIS");
        assertThat(explainer.explain(drill, Language.EN).headline()).startsWith("EXERCISE – ADVISORY");
        assertThat(explainer.explain(drill, Language.EN).change())
                .first()
                .asString()
                .contains("exercise");
        assertThat(explainer.explain(drill, Language.EN).shortForm()).startsWith("EXERCISE ");
    }

    @Test
    void anUnknownLabelCountsAsAmber() {
        AlertEvent event = SampleAlerts.raised().setTlp(Tlp.UNKNOWN).build();
        assertThat(explainer.explain(event, Language.EN).tlp()).isEqualTo("TLP:AMBER");
    }

    @Test
    void aRegionThatTheCatalogueDoesNotKnowStandsForItself() {
        assertThat(explainer.place("XX-99", Language.FR)).hasToString("XX-99 (XX-99), XX");
        assertThat(explainer.place("nonsense", Language.FR)).hasToString("nonsense (nonsense), no");
    }

    @Test
    void namesAreThoseOfTheLanguage() {
        assertThat(explainer.place("ML-6", Language.FR)).hasToString("Tombouctou (ML-6), Mali");
        assertThat(explainer.country("CI", Language.FR)).isEqualTo("Côte d’Ivoire");
        assertThat(explainer.country("TD", Language.FR)).isEqualTo("Tchad");
        assertThat(explainer.country("TD", Language.EN)).isEqualTo("Chad");
    }

    private static List<Region> longestNames() {
        return Catalogue.shipped().regions().stream()
                .sorted(Comparator.comparingInt(
                                (Region region) -> region.nameFr().length()
                                        + region.country().nameFr().length())
                        .reversed())
                .limit(20)
                .toList();
    }

    private static String asText(Explanation said) {
        StringBuilder text = new StringBuilder();
        text.append(said.headline()).append('\n');
        section(text, "change", said.change());
        section(text, "why", said.why());
        section(text, "how sure", said.confidence());
        section(text, "clearing", said.clearing());
        section(text, "meaning", said.meaning());
        section(text, "tlp", List.of(said.tlpLine()));
        section(text, "short", List.of(said.shortForm()));
        return text.toString();
    }

    private static void section(StringBuilder text, String name, List<String> sentences) {
        text.append("\n# ").append(name).append('\n');
        sentences.forEach(sentence -> text.append(sentence).append('\n'));
    }

    private static void accept(String name, String text) {
        String folder = System.getProperty("harmattan.golden.accept", "");
        if (folder.isEmpty()) {
            return;
        }
        try {
            Files.writeString(Path.of(folder + name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String golden(String name) {
        String folder = System.getProperty("harmattan.golden.accept", "");
        try (InputStream in = folder.isEmpty()
                ? AlertExplanationTest.class.getResourceAsStream(name)
                : Files.newInputStream(Path.of(folder + name))) {
            assertThat(in).as("golden file %s", name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
