package org.harmattan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.harmattan.geography.Catalogue;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small ledgers with what core 1 says of them, one line an entry and one line an output. To accept what is said now, with
 * the reason in the commit: {@code mvn -pl alert-streams test -Dtest=GoldenLedgerTest -Dgolden.accept=NAME}.
 */
class GoldenLedgerTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden/core-" + Assessment.CORE_VERSION);

    static Set<String> names() {
        return GoldenScenarios.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theCoreSaysWhatItHasAlwaysSaid(String name) throws IOException {
        Path ledger = FOLDER.resolve(name + ".ledger.jsonl");
        Path outputs = FOLDER.resolve(name + ".outputs.jsonl");
        boolean accepts = name.equals(System.getProperty("golden.accept"));
        if (accepts && !Files.exists(ledger)) {
            Files.createDirectories(FOLDER);
            Files.write(
                    ledger,
                    GoldenScenarios.all().get(name).entries().stream()
                            .map(GoldenLedgerTest::line)
                            .toList());
        }
        List<String> said = fold(Files.readAllLines(ledger));
        if (accepts) {
            Files.write(outputs, said);
        }
        List<String> expected = Files.readAllLines(outputs);
        for (int i = 0; i < Math.min(said.size(), expected.size()); i++) {
            if (!said.get(i).equals(expected.get(i))) {
                fail(
                        "%s: the first difference is output %d%nexpected %s%nbut said %s",
                        name, i + 1, expected.get(i), said.get(i));
            }
        }
        assertThat(said).as("outputs of " + name).hasSameSizeAs(expected);
    }

    private static List<String> fold(List<String> lines) throws IOException {
        Assessment fold = Assessment.start(Catalogue.shipped(), LedgerWriter.THEATRE);
        List<String> said = new ArrayList<>();
        for (String line : lines) {
            for (Output output : fold.apply(entry(line))) {
                said.add("{\"kind\": \"" + output.kind() + "\", \"audience\": \"" + output.audience()
                        + "\", \"key\": \"" + output.key() + "\", \"at\": \"" + output.at() + "\", \"value\": "
                        + output.value() + "}");
            }
        }
        return said;
    }

    private static String line(LedgerEntry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            JsonEncoder encoder = EncoderFactory.get().jsonEncoder(LedgerEntry.getClassSchema(), bytes);
            new SpecificDatumWriter<LedgerEntry>(
                            LedgerEntry.getClassSchema(), SpecificData.getForSchema(LedgerEntry.getClassSchema()))
                    .write(entry, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static LedgerEntry entry(String line) throws IOException {
        return new SpecificDatumReader<LedgerEntry>(
                        LedgerEntry.getClassSchema(),
                        LedgerEntry.getClassSchema(),
                        SpecificData.getForSchema(LedgerEntry.getClassSchema()))
                .read(null, DecoderFactory.get().jsonDecoder(LedgerEntry.getClassSchema(), line));
    }
}
