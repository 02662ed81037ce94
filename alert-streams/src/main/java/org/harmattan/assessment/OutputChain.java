package org.harmattan.assessment;

import java.nio.ByteBuffer;
import org.harmattan.incident.Sha256;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.serde.CanonicalBody;
import org.harmattan.schemas.topic.TopicCatalogue;

/**
 * The chained digest of one audience's outputs, in the order of their causes: SHA-256 over the chain so far (32 bytes),
 * then topic without its lane's prefix, key and canonical body, each after its length in 4 bytes, and the timestamp in 8
 * bytes of milliseconds; pulses are not counted. Immutable.
 *
 * @param sha256 zero before the first output
 * @param outputs how many are in it
 */
public record OutputChain(Sha256 sha256, long outputs) {

    /** Of no output. */
    public static final OutputChain EMPTY = new OutputChain(Sha256.ZERO, 0);

    private static final TopicCatalogue TOPICS = TopicCatalogue.live();

    /** With one more output; a pulse changes nothing. */
    public OutputChain plus(Output output) {
        return output.kind() == Output.Kind.PULSE
                ? this
                : plus(
                        topic(output.kind(), output.audience()),
                        output.key(),
                        CanonicalBody.of(output.value()),
                        output.at().toEpochMilli());
    }

    /**
     * With one more record, as it is on a topic.
     *
     * @param topic short name of the topic, without the lane's prefix
     * @param key the record's key
     * @param canonicalBody the record's value without the header of its wire format
     * @param timestampMillis the record's timestamp
     */
    public OutputChain plus(String topic, String key, byte[] canonicalBody, long timestampMillis) {
        ByteBuffer before = ByteBuffer.allocate(Sha256.BYTES);
        sha256.write(before);
        Sha256 next = new Sha256.Builder()
                .add(before.flip())
                .addSized(topic)
                .addSized(key)
                .addSized(canonicalBody)
                .add(timestampMillis)
                .build();
        return new OutputChain(next, outputs + 1);
    }

    /** The digest, 64 lower-case hexadecimal digits. */
    public String hex() {
        return sha256.hex();
    }

    private static String topic(Output.Kind kind, Audience audience) {
        return switch (kind) {
            case INCIDENT -> TOPICS.incidents(audience).shortName();
            case SCORE -> TOPICS.scores(audience).shortName();
            case ALERT -> TOPICS.alerts(audience).shortName();
            case PULSE -> TOPICS.pulse(audience).shortName();
        };
    }
}
