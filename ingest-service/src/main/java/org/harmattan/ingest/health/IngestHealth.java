package org.harmattan.ingest.health;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.harmattan.ingest.receipt.ReceiptReader;
import org.harmattan.ingest.source.SourceRegistry;
import org.harmattan.schemas.client.KafkaConnection;

/** UP when the broker answers, all sources are known and receipts are being read. */
@Singleton
@Readiness
final class IngestHealth extends AbstractHealthIndicator<Map<String, String>> {

    private static final long ANSWERS_WITHIN_MILLIS = 3_000;

    private final Admin admin;
    private final SourceRegistry sources;
    private final ReceiptReader receipts;

    IngestHealth(KafkaConnection kafka, SourceRegistry sources, ReceiptReader receipts) {
        this.admin = kafka.admin("harmattan-ingest-health");
        this.sources = sources;
        this.receipts = receipts;
    }

    @PreDestroy
    void close() {
        admin.close(java.time.Duration.ofSeconds(1));
    }

    @Override
    protected String getName() {
        return "ingest";
    }

    @Override
    protected Map<String, String> getHealthInformation() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("broker", brokerAnswers() ? "answers" : "does not answer");
        parts.put("sources", sources.isCaughtUp() && sources.isAlive() ? "known" : "not all known yet");
        parts.put("receipts", receipts.isAlive() ? "being read" : "not being read");
        boolean up = parts.equals(Map.of("broker", "answers", "sources", "known", "receipts", "being read"));
        healthStatus = up ? HealthStatus.UP : HealthStatus.DOWN;
        return parts;
    }

    private boolean brokerAnswers() {
        try {
            return !admin.describeCluster()
                    .nodes()
                    .get(ANSWERS_WITHIN_MILLIS, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
