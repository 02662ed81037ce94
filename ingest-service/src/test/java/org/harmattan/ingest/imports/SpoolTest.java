package org.harmattan.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SpoolTest {

    private static String rest(Spool spool) throws InterruptedException {
        StringBuilder text = new StringBuilder();
        for (byte[] bytes = spool.take(); bytes != null; bytes = spool.take()) {
            text.append(new String(bytes, StandardCharsets.US_ASCII));
        }
        return text.toString();
    }

    @Test
    void whatDoesNotFitInMemoryComesOutOfTheFileInTheSameOrder() throws Exception {
        try (Spool spool = new Spool()) {
            StringBuilder expected = new StringBuilder();
            for (int i = 0; i < 300_000; i++) {
                String line = "line " + i + "\n";
                expected.append(line);
                spool.add(line.getBytes(StandardCharsets.US_ASCII));
                if (i % 100_000 == 99_999) {
                    byte[] some = spool.take();
                    assertThat(expected.indexOf(new String(some, StandardCharsets.US_ASCII)))
                            .isZero();
                    expected.delete(0, some.length);
                }
            }
            spool.end();
            assertThat(rest(spool)).isEqualTo(expected.toString());
        }
    }

    @Test
    void theReaderWaitsForTheWriterAndForTheEnd() throws Exception {
        try (Spool spool = new Spool()) {
            CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
                try {
                    return rest(spool);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            spool.add("one ".getBytes(StandardCharsets.US_ASCII));
            spool.add("two".getBytes(StandardCharsets.US_ASCII));
            spool.end();
            assertThat(read.get(5, TimeUnit.SECONDS)).isEqualTo("one two");
        }
    }

    @Test
    void aReaderThatIsGoneStopsNobody() throws Exception {
        Spool spool = new Spool();
        spool.close();
        spool.add("nobody reads this".getBytes(StandardCharsets.US_ASCII));
        assertThat(spool.take()).isNull();
    }
}
