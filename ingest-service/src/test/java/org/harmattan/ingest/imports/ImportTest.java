package org.harmattan.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.harmattan.ingest.RunningIngest.ADMINISTRATOR;
import static org.harmattan.ingest.RunningIngest.json;
import static org.harmattan.ingest.RunningIngest.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.harmattan.ingest.RunningIngest;
import org.harmattan.ingest.report.ReportIds;
import org.harmattan.schemas.command.BeginImport;
import org.harmattan.schemas.command.EndImport;
import org.harmattan.schemas.receipt.ReceiptReason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {

    @TempDir
    static Path folder;

    static RunningIngest ingest;
    AnsweringSequencer sequencer;

    @BeforeAll
    static void start() {
        ingest = RunningIngest.start(
                folder, Map.of("harmattan.import.receipt-wait", "3s", "harmattan.import.rows-in-flight", 200));
    }

    @AfterAll
    static void stop() {
        ingest.close();
    }

    @BeforeEach
    void answer() {
        sequencer = new AnsweringSequencer(ingest.kafka);
    }

    @AfterEach
    void beSilent() {
        sequencer.close();
    }

    private static HttpResponse<String> send(String key, String query, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(ingest.server.resolve("/v1/imports" + query))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "text/csv")
                .POST(body);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return ingest.send(request);
    }

    private static List<JsonNode> importing(BodyPublisher body, String... headers) {
        HttpResponse<String> response = send(ADMINISTRATOR, "?format=ucdp", body, headers);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        List<JsonNode> lines = new ArrayList<>();
        response.body().lines().forEach(line -> lines.add(json(line)));
        return lines;
    }

    private static List<JsonNode> importing(String file) {
        return importing(BodyPublishers.ofString(file));
    }

    private static JsonNode last(List<JsonNode> lines) {
        return lines.get(lines.size() - 1);
    }

    private static void counts(List<JsonNode> lines, int accepted, int duplicate, int rejected) {
        JsonNode outcome = last(lines);
        assertThat(outcome.path("accepted").asInt(-1)).as(outcome.toString()).isEqualTo(accepted);
        assertThat(outcome.path("duplicate").asInt(-1)).isEqualTo(duplicate);
        assertThat(outcome.path("rejected").asInt(-1)).isEqualTo(rejected);
    }

    /** A prefix of ids that no other test uses. */
    private static String fresh() {
        return UUID.randomUUID() + "-";
    }

    @Test
    void aFileIsTakenOnceHoweverOftenItIsSent() {
        String file = UcdpText.usual(fresh(), 1_000);
        List<JsonNode> first = importing(file);
        counts(first, 1_000, 0, 0);
        assertThat(UUID.fromString(last(first).path("importId").asText())).isNotNull();
        List<JsonNode> second = importing(file);
        counts(second, 0, 1_000, 0);
        JsonNode progress = second.get(second.size() - 2).path("progress");
        assertThat(progress.path("rows").asInt()).isEqualTo(1_000);
        assertThat(progress.path("bytes").asInt()).isEqualTo(file.length());
        assertThat(last(second).path("importId")).isNotEqualTo(last(first).path("importId"));
    }

    @Test
    void theBeginningIsAnsweredBeforeTheFirstRowAndTheEndComesAfterTheLast() {
        List<JsonNode> lines = importing(UcdpText.usual(fresh(), 10));
        String importId = last(lines).path("importId").asText();
        assertThat(sequencer.commands()).containsExactly(new BeginImport(importId), new EndImport(importId));
        assertThat(sequencer.reports())
                .hasSize(10)
                .allMatch(report -> importId.equals(report.getEnvelope().getImportId()))
                .allMatch(report -> report.getEnvelope().getSource().equals("ucdp"));
    }

    @Test
    void badRowsAreToldAndDoNotStopTheRest() {
        String prefix = fresh();
        sequencer.refuse(ReportIds.derived("ucdp", prefix + "5"), ReceiptReason.TOO_OLD_TO_CORRECT);
        String outside = UcdpText.row(prefix + "2", "latitude", "48.85");
        String refused = UcdpText.row(prefix + "5");
        List<JsonNode> lines = importing(UcdpText.file(
                UcdpText.row(prefix + "1"),
                outside,
                UcdpText.row(prefix + "3", "low", "5", "best", "4"),
                UcdpText.row(prefix + "4", "date_start", "someday"),
                refused,
                UcdpText.row(prefix + "1")));
        counts(lines, 2, 1, 3);
        assertThat(last(lines).path("rejectedBy").toString())
                .isEqualTo("{\"BAD_DATE\":1,\"OUTSIDE_CATALOGUE\":1,\"TOO_OLD_TO_CORRECT\":1}");
        assertThat(last(lines).path("widened").asInt()).isEqualTo(1);
        List<JsonNode> rejected = lines.stream()
                .filter(line -> line.path("rejected").isObject())
                .map(line -> line.path("rejected"))
                .toList();
        assertThat(rejected)
                .anySatisfy(row -> {
                    assertThat(row.path("row").asInt()).isEqualTo(2);
                    assertThat(row.path("reason").asText()).startsWith("OUTSIDE_CATALOGUE: the nearest region is");
                    assertThat(row.path("field").asText()).isEqualTo("latitude");
                    assertThat(row.path("line").asText()).isEqualTo(outside);
                })
                .anySatisfy(row -> {
                    assertThat(row.path("row").asInt()).isEqualTo(5);
                    assertThat(row.path("reason").asText()).isEqualTo("TOO_OLD_TO_CORRECT");
                    assertThat(row.path("line").asText()).isEqualTo(refused);
                });
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.path("widened").path("row").asInt()).isEqualTo(3);
            assertThat(line.path("widened").path("low").asInt()).isEqualTo(5);
        });
    }

    @Test
    void aCompressedFileIsTakenWithAndWithoutTheHeaderThatSaysSo() throws Exception {
        byte[] zipped = gzip(UcdpText.usual(fresh(), 20));
        counts(importing(BodyPublishers.ofByteArray(zipped)), 20, 0, 0);
        counts(importing(BodyPublishers.ofByteArray(zipped), "Content-Encoding", "gzip"), 0, 20, 0);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void aSourcesOwnKeyImportsAsThatSource() {
        String prefix = fresh();
        HttpResponse<String> response =
                send(RunningIngest.PAPER, "?format=ucdp", BodyPublishers.ofString(UcdpText.usual(prefix, 1)));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(sequencer.reports()).hasSize(1);
        assertThat(sequencer.reports().get(0).getEnvelope().getSource()).isEqualTo("paper");
        assertThat(sequencer.reports().get(0).getEnvelope().getReportId())
                .isEqualTo(ReportIds.derived("paper", prefix + "0"));
    }

    @Test
    void whatCannotBeImportedIsRefusedBeforeAnythingIsSent() {
        Map<String, Long> before = ingest.ends();
        BodyPublisher file = BodyPublishers.ofString(UcdpText.usual(fresh(), 1));
        problem(send(RunningIngest.ANALYST, "?format=ucdp", file), 403);
        problem(send("nobody-holds-this-key", "?format=ucdp", file), 401);
        problem(send(RunningIngest.GONE, "?format=ucdp", file), 403);
        JsonNode format = problem(send(ADMINISTRATOR, "?format=xlsx", file), 400)
                .path("errors")
                .path(0);
        assertThat(format.path("field").asText()).isEqualTo("format");
        assertThat(format.path("fix").asText()).contains("ucdp");
        assertThat(problem(send(ADMINISTRATOR, "", file), 400)
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asText())
                .isEqualTo("format");
        assertThat(problem(send(ADMINISTRATOR, "?format=ucdp", BodyPublishers.ofString("a,b\n1,2\n")), 400)
                        .path("detail")
                        .asText())
                .contains("date_start");
        problem(send(ADMINISTRATOR, "?format=ucdp", BodyPublishers.noBody()), 400);
        assertThat(ingest.ends()).isEqualTo(before);
    }

    @Test
    void rowsWithoutReceiptsEndTheImportWithAWordWhyAndTheTheatresHearOfIt() {
        sequencer.muteReports(true);
        List<JsonNode> lines = importing(UcdpText.usual(fresh(), 500));
        assertThat(last(lines).path("error").path("detail").asText()).contains("200 rows", "alert-streams");
        assertThat(sequencer.commands()).last().isInstanceOf(EndImport.class);
        assertThat(sequencer.reports()).as("no more are sent than may wait").hasSize(200);
    }

    @Test
    void aConnectionThatBreaksEndsTheImportAndTheFileCanBeSentAgain() throws Exception {
        String prefix = fresh();
        String file = UcdpText.usual(prefix, 5_000);
        try (Socket socket = new Socket(ingest.server.getHost(), ingest.server.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/imports?format=ucdp HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                            + ADMINISTRATOR + "\r\nContent-Type: text/csv\r\nContent-Length: " + file.length()
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(file.substring(0, file.length() / 3).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> sequencer.reports().size() > 100);
        }
        await().atMost(Duration.ofSeconds(10))
                .until(() -> sequencer.commands().stream().anyMatch(EndImport.class::isInstance));

        List<JsonNode> again = importing(file);
        assertThat(last(again).path("accepted").asInt()
                        + last(again).path("duplicate").asInt())
                .isEqualTo(5_000);
        assertThat(last(again).path("duplicate").asInt()).isPositive();
    }

    @Test
    void aSenderIsHeldBackToThePaceOfTheReceipts() throws Exception {
        sequencer.muteReports(true);
        byte[] rows = (UcdpText.row(fresh() + "x") + "\n").repeat(1_000).getBytes(StandardCharsets.US_ASCII);
        try (SocketChannel channel =
                SocketChannel.open(new InetSocketAddress(ingest.server.getHost(), ingest.server.getPort()))) {
            String head = "POST /v1/imports?format=ucdp HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                    + ADMINISTRATOR + "\r\nContent-Type: text/csv\r\nContent-Length: 1000000000\r\n\r\n"
                    + UcdpText.header() + "\n";
            channel.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
            channel.configureBlocking(false);
            AtomicLong taken = new AtomicLong();
            await().atMost(Duration.ofSeconds(10))
                    .pollInterval(Duration.ofMillis(20))
                    .during(Duration.ofMillis(500))
                    .until(() -> isFull(channel, rows, taken));
            assertThat(taken.get())
                    .as("bytes taken of a file that nobody answers")
                    .isLessThan(16_000_000);
        }
        await().atMost(Duration.ofSeconds(10))
                .until(() -> sequencer.commands().stream().anyMatch(EndImport.class::isInstance));
    }

    /** Writes as much as the other side takes; true when it takes nothing. */
    private static boolean isFull(SocketChannel channel, byte[] rows, AtomicLong taken) throws IOException {
        boolean full = true;
        int written = channel.write(ByteBuffer.wrap(rows));
        while (written > 0 && taken.get() < 64_000_000) {
            full = false;
            taken.addAndGet(written);
            written = channel.write(ByteBuffer.wrap(rows));
        }
        return full;
    }

    @Test
    void progressIsToldWhileTheFileIsStillOnItsWay() throws Exception {
        String prefix = fresh();
        byte[] head =
                (UcdpText.header() + "\n" + UcdpText.row(prefix + "1") + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] tail = (UcdpText.row(prefix + "2") + "\n").getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket(ingest.server.getHost(), ingest.server.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/imports?format=ucdp HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                            + ADMINISTRATOR
                            + "\r\nContent-Type: text/csv\r\nConnection: close\r\nContent-Length: "
                            + (head.length + tail.length) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(head);
            // a buffered reader of rows may hold back what it has until more comes: the header at least is through
            out.flush();
            InputStream in = socket.getInputStream();
            StringBuilder answer = new StringBuilder();
            readUntil(in, answer, "200 OK");
            out.write(tail);
            out.flush();
            readUntil(in, answer, "\"importId\"");
            assertThat(answer).contains("\"accepted\":2");
        }
    }

    private static void readUntil(InputStream in, StringBuilder answer, String expected) throws IOException {
        while (answer.indexOf(expected) < 0) {
            int read = in.read();
            assertThat(read).as("the answer ended with: " + answer).isNotNegative();
            answer.append((char) read);
        }
    }
}
