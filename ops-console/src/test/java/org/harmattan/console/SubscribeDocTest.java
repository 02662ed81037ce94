package org.harmattan.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.harmattan.platform.Platform;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.Level;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs in {@code docs/subscribe.md} are run as they stand there. */
class SubscribeDocTest {

    private static final Path PAGE = Path.of("..", "docs", "subscribe.md");

    private static final String IMPORTS = """
            import io.confluent.kafka.schemaregistry.avro.AvroSchema;
            import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
            import java.nio.ByteBuffer;
            import java.time.Duration;
            import java.time.Instant;
            import java.util.List;
            import java.util.Map;
            import org.apache.avro.Schema;
            import org.apache.avro.generic.GenericDatumReader;
            import org.apache.avro.generic.GenericRecord;
            import org.apache.avro.io.DecoderFactory;
            import org.apache.kafka.clients.consumer.KafkaConsumer;
            import org.apache.kafka.common.serialization.ByteBufferDeserializer;
            import org.apache.kafka.common.serialization.StringDeserializer;
            """;

    private final Rig.Hand hand = Rig.hand();
    private final Platform platform = Platform.shared();

    @TempDir
    private Path folder;

    @Test
    void theJavaProgramPrintsAnAlert() throws IOException {
        Path source = folder.resolve("Subscribe.java");
        Files.writeString(
                source,
                IMPORTS + "public class Subscribe { public static void main(String[] arguments) throws Exception {\n"
                        + program("java") + "}}\n");
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        source.toString());
        assertThat(failed).as("the program compiles").isZero();
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                folder + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                "-Dkafka=" + platform.bootstrapServers(),
                "-Dregistry=" + platform.registryUrl(),
                "Subscribe");
        assertPrintsAnAlert(java, "BF-08");
    }

    @Test
    void thePythonProgramPrintsAnAlert() throws IOException {
        Optional<String> python = Stream.of("python3", "/usr/bin/python3")
                .filter(SubscribeDocTest::hasLibraries)
                .findFirst();
        Assumptions.assumeTrue(
                python.isPresent(), "skipped: no python3 with the libraries confluent-kafka and avro was found");
        Path source = Files.writeString(folder.resolve("subscribe.py"), program("python"));
        ProcessBuilder started = new ProcessBuilder(python.orElseThrow(), source.toString());
        started.environment().putAll(Map.of("KAFKA", platform.bootstrapServers(), "REGISTRY", platform.registryUrl()));
        assertPrintsAnAlert(started, "BF-09");
    }

    private void assertPrintsAnAlert(ProcessBuilder program, String region) throws IOException {
        AlertEvent alert = Samples.raised(Audience.OPEN, region, Level.WATCH, 345);
        hand.publish(alert);
        Path output = folder.resolve("output.txt");
        Process process = program.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(Files.readString(output))
                            .contains(" WATCH RAISED " + region + " value 345 TLP:GREEN " + alert.getAlertId()));
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    private static String program(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(block.find()).as("the page has a program in " + language).isTrue();
        return block.group(1);
    }

    private static boolean hasLibraries(String python) {
        try {
            Process process = new ProcessBuilder(List.of(python, "-c", "import confluent_kafka, avro.io"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // there is no such python
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
