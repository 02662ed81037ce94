package org.harmattan.assessment;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.harmattan.geography.Catalogue;
import org.harmattan.schemas.assessment.StateDigest;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;

/** The fold of one theatre's ledger. Not for several threads at once. */
public final class Assessment {

    /** Version of the rules by which this core judges. */
    public static final int CORE_VERSION = 1;

    private static final String NOTHING = "0".repeat(64);

    private long lastSeq;

    private Assessment() {}

    /** The state before the first entry of a ledger. */
    public static Assessment start(Catalogue catalogue, String theatre) {
        return new Assessment();
    }

    /**
     * The state that was stored.
     *
     * @param parts what {@link #drainChanges} gave, the newest bytes of each part key, deleted ones left out; any order
     */
    public static Assessment restore(Catalogue catalogue, String theatre, Iterable<Map.Entry<String, byte[]>> parts) {
        return new Assessment();
    }

    /** Folds one entry: the outputs of both audiences, each with its cause, open ones first. */
    public List<Output> apply(LedgerEntry entry) {
        lastSeq = entry.getSeq();
        return List.of();
    }

    /** What must be stored since the last drain: part key and bytes, null when the part is gone. */
    public void drainChanges(BiConsumer<String, byte @Nullable []> sink) {
        sink.accept("progress", Long.toString(lastSeq).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Number of the last entry folded, 0 before the first. */
    public long lastSeq() {
        return lastSeq;
    }

    /** Digests of one audience's state as it is now. */
    public StateDigest stateDigest(Audience audience) {
        return new StateDigest(NOTHING, NOTHING, NOTHING, NOTHING);
    }

    /** Chained digest of all outputs so far for one audience, pulses not counted; 64 zeros before the first. */
    public String outputDigest(Audience audience) {
        return NOTHING;
    }
}
