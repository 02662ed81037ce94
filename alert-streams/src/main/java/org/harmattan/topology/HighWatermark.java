package org.harmattan.topology;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.harmattan.schemas.client.KafkaConnection;

/** The end of a partition with open transactions counted, so that whoever reads up to it waits for them. */
public final class HighWatermark {

    private HighWatermark() {}

    /**
     * The offset behind the last record that the partition has at this moment.
     *
     * @throws IllegalStateException if the broker does not tell
     */
    public static long of(KafkaConnection kafka, String clientId, TopicPartition partition) {
        try (Admin admin = kafka.admin(clientId)) {
            return admin.listOffsets(
                            Map.of(partition, OffsetSpec.latest()),
                            new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                    .partitionResult(partition)
                    .get()
                    .offset();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of " + partition + " is not known", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for the end of " + partition, e);
        }
    }
}
