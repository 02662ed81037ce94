package org.harmattan.topology;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of bytes that cannot be read. With a topic for dead letters they go there as they came, their headers say
 * where they were and that they are unreadable, and nothing more; the application goes on. Without one the application
 * stops: bytes that cannot be read on the ledger must never be skipped. A registry that does not answer makes nothing
 * unreadable: the application stops and is started again.
 */
public final class DeadLetters implements DeserializationExceptionHandler {

    /** Configuration key: name of the topic for dead letters; absent: stop. */
    public static final String TOPIC_CONFIG = "harmattan.dead.letter.topic";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private @Nullable String topic;

    @Override
    public void configure(Map<String, ?> configs) {
        topic = (String) configs.get(TOPIC_CONFIG);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (topic == null || !(exception instanceof Unreadable)) {
            return Response.fail();
        }
        LOG.warn(
                "unreadable: {} partition {} offset {}; its bytes went to {}",
                record.topic(),
                record.partition(),
                record.offset(),
                topic);
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                topic,
                null,
                record.timestamp(),
                record.key(),
                record.value(),
                Rejected.headers(Rejected.Reason.UNREADABLE, record.topic(), record.partition(), record.offset()));
        return Response.resume(List.of(letter));
    }
}
