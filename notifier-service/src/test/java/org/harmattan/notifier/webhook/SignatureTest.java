package org.harmattan.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final String PACKAGE = "standardwebhooks";
    private static final String PACKAGE_VERSION = "1.1.1";

    /** The test vector of the reference implementations (JavaScript, Java, Go, Python and others share it). */
    @Test
    void signsThePublishedTestVector() {
        WebhookSecret secret = WebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        String signature = Signature.of(
                secret,
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1_614_265_330),
                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));
        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aSecretHasAtLeast24AndAtMost64Bytes() {
        assertThat(Base64.getDecoder().decode(WebhookSecret.make().text().substring("whsec_".length())))
                .hasSize(32);
        assertThatThrownBy(() -> WebhookSecret.of(secretOf(23))).hasMessageContaining("24 to 64 bytes");
        assertThatThrownBy(() -> WebhookSecret.of(secretOf(65))).hasMessageContaining("24 to 64 bytes");
        assertThat(WebhookSecret.of(secretOf(24)).text()).isEqualTo(secretOf(24));
        assertThatThrownBy(() -> WebhookSecret.of("secret")).hasMessageContaining("whsec_");
    }

    @Test
    void aSecretIsNeverPrinted() {
        assertThat(WebhookSecret.make()).hasToString("whsec_…");
    }

    @Test
    void anIdWithAFullStopCouldBeReadInTwoWays() {
        assertThatThrownBy(() -> Signature.of(WebhookSecret.make(), "a.b", Instant.EPOCH, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** The receiver's side as its users have it: npm's standardwebhooks verifies what we sign. */
    @Test
    void theReferenceLibraryForNodeAcceptsIt() throws Exception {
        Optional<Path> modules = nodeModules();
        Assumptions.assumeTrue(
                modules.isPresent(),
                "skipped: Node or npm's " + PACKAGE + " " + PACKAGE_VERSION
                        + " was not found and could not be installed; the published vector above was checked");
        WebhookSecret secret = WebhookSecret.make();
        Instant now = Instant.now();
        String body = "{\"type\":\"alert.raised\",\"data\":{\"headline\":\"VEILLE – Ménaka\"}}";
        String signature = Signature.of(secret, "a-delivery", now, body.getBytes(StandardCharsets.UTF_8));
        String script = "const {Webhook}=require('standardwebhooks');"
                + "new Webhook(process.argv[1]).verify(process.argv[2],{'webhook-id':'a-delivery',"
                + "'webhook-timestamp':process.argv[3],'webhook-signature':process.argv[4]});console.log('accepted')";
        List<String> command =
                List.of("node", "-e", script, secret.text(), body, Long.toString(now.getEpochSecond()), signature);
        assertThat(run(command, Map.of("NODE_PATH", modules.orElseThrow().toString())))
                .contains("accepted");
        List<String> forged = List.of(
                "node", "-e", script, secret.text(), body + " ", Long.toString(now.getEpochSecond()), signature);
        assertThat(run(forged, Map.of("NODE_PATH", modules.orElseThrow().toString())))
                .doesNotContain("accepted");
    }

    private static String secretOf(int bytes) {
        return "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
    }

    /** Where the package lies: in a folder that NODE_PATH names, or under target, where it is put once. */
    private static Optional<Path> nodeModules() {
        Path target = Path.of("target", "npm").toAbsolutePath();
        List<Path> places = List.of(
                Path.of(System.getenv().getOrDefault("NODE_PATH", "/usr/share/nodejs")),
                target.resolve("node_modules"));
        for (Path place : places) {
            if (place.resolve(PACKAGE).toFile().isDirectory()) {
                return Optional.of(place);
            }
        }
        try {
            run(
                    List.of(
                            "npm",
                            "install",
                            "--no-save",
                            "--no-audit",
                            "--no-fund",
                            "--prefer-offline",
                            "--prefix",
                            target.toString(),
                            PACKAGE + "@" + PACKAGE_VERSION),
                    Map.of());
        } catch (IOException | InterruptedException e) {
            return Optional.empty();
        }
        return places.get(1).resolve(PACKAGE).toFile().isDirectory() ? Optional.of(places.get(1)) : Optional.empty();
    }

    private static String run(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Path out = Files.createTempFile("node", ".out");
        Process process = builder.redirectOutput(out.toFile()).start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        String text = Files.readString(out);
        Files.delete(out);
        return text;
    }
}
