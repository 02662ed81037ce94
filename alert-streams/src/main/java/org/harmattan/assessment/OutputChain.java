package org.harmattan.assessment;

import java.util.EnumMap;
import java.util.Map;
import org.harmattan.incident.Sha256;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.serde.CanonicalBody;
import org.harmattan.schemas.topic.TopicCatalogue;

/**
 * The chained digest of one audience's outputs, in the order of their causes: SHA-256 over the chain so far (32 bytes),
 * then topic without its lane's prefix, key and canonical body, each after its length, and the timestamp in milliseconds,
 * all numbers in 8 bytes, the most significant first; pulses are not counted. Immutable.
 *
 * @param sha256 zero before the first output
 * @param outputs how many are in it
 */
public record OutputChain(Sha256 sha256, long outputs) {

    /** Of no output. */
    public static final OutputChain EMPTY = new OutputChain(Sha256.ZERO, 0);

    private static final Map<Output.Kind, String> OPEN_TOPICS = topics(Audience.OPEN);

    private static final Map<Output.Kind, String> RESTRICTED_TOPICS = topics(Audience.RESTRICTED);

    /** With one more output; a pulse changes nothing. */
    public OutputChain plus(Output output) {
        return output.kind() == Output.Kind.PULSE
                ? this
                : plus(
                        topic(output),
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
        Sha256 next = new Sha256.Builder()
                .add(sha256)
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

    private static String topic(Output output) {
        Map<Output.Kind, String> topics = output.audience() == Audience.OPEN ? OPEN_TOPICS : RESTRICTED_TOPICS;
        return topics.getOrDefault(output.kind(), "");
    }

    private static Map<Output.Kind, String> topics(Audience audience) {
        TopicCatalogue topics = TopicCatalogue.live();
        Map<Output.Kind, String> names = new EnumMap<>(Output.Kind.class);
        names.put(Output.Kind.INCIDENT, topics.incidents(audience).shortName());
        names.put(Output.Kind.SCORE, topics.scores(audience).shortName());
        names.put(Output.Kind.ALERT, topics.alerts(audience).shortName());
        return names;
    }
}
