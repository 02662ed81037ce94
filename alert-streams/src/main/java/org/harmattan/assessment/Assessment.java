package org.harmattan.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.harmattan.geography.Catalogue;
import org.harmattan.incident.Seen;
import org.harmattan.schemas.assessment.StateDigest;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.ActivateCore;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.command.SetCatalogue;
import org.harmattan.schemas.ledger.Genesis;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;

/**
 * The fold of one theatre's ledger: incidents, scores, alerts and pulses, for both audiences side by side. What it says is a
 * function of the entries alone. Not for several threads at once.
 */
public final class Assessment {

    /** Version of the rules by which this core judges. */
    public static final int CORE_VERSION = 1;

    private final Ground ground;
    private final View open;
    private final View restricted;
    private final Set<String> changedParts = new TreeSet<>();
    private Progress progress;

    Assessment(Ground ground, View open, View restricted, Progress progress) {
        this.ground = ground;
        this.open = open;
        this.restricted = restricted;
        this.progress = progress;
    }

    /**
     * The state before the first entry of a ledger.
     *
     * @throws IllegalArgumentException if the catalogue has no such theatre
     */
    public static Assessment start(Catalogue catalogue, String theatre) {
        return restore(catalogue, theatre, List.of());
    }

    /**
     * The state that was stored.
     *
     * @param parts what {@link #drainChanges} gave, the newest bytes of each part key, deleted ones left out; in any order.
     *     None is the state before the first entry
     * @throws IllegalArgumentException if the catalogue has no such theatre
     * @throws LedgerNotFoldable if the state was made with another catalogue or core
     */
    public static Assessment restore(Catalogue catalogue, String theatre, Iterable<Map.Entry<String, byte[]>> parts) {
        Assessment restored = Restoring.from(new Ground(catalogue, theatre), parts);
        restored.restricted.state().law.genesis().ifPresent(restored::check);
        return restored;
    }

    /**
     * Folds one entry. An entry that this core cannot judge changes nothing but the count of such entries in the pulse.
     *
     * @return the outputs of both audiences, open ones first, each in the order of its causes
     * @throws LedgerNotFoldable if the entry is not the next one, or the ledger needs another catalogue or core; the state
     *     is untouched
     */
    public List<Output> apply(LedgerEntry entry) {
        check(entry);
        Instant at = entry.getAt();
        List<Output> outputs = new ArrayList<>(0);
        Long openSeq = entry.getOpenSeq();
        if (openSeq != null) {
            outputs.addAll(fold(open, entry, Audience.OPEN, openSeq, at));
        }
        outputs.addAll(fold(restricted, entry, Audience.RESTRICTED, entry.getSeq(), at));
        progress = new Progress(entry.getSeq(), openSeq == null ? progress.lastOpenSeq() : openSeq);
        changedParts.add(PartKey.PROGRESS);
        return outputs;
    }

    /**
     * What must be stored since the last drain, in key order.
     *
     * @param sink takes part key and bytes, null when the part is gone
     */
    public void drainChanges(BiConsumer<String, byte @Nullable []> sink) {
        for (String key : changedParts) {
            sink.accept(key, Draining.bytesOf(key, progress, open.state(), restricted.state()));
        }
        changedParts.clear();
    }

    /** Number of the last entry folded, 0 before the first. */
    public long lastSeq() {
        return progress.lastSeq();
    }

    /** Digests of one audience's state as it is now. */
    public StateDigest stateDigest(Audience audience) {
        return view(audience).stateDigest();
    }

    /** Chained digest of all outputs so far for one audience, pulses not counted; 64 zeros before the first. */
    public String outputDigest(Audience audience) {
        return view(audience).state().chain.hex();
    }

    /** What failed since this was asked for last, the first few in each view; for a log, never for an output. */
    public List<FailedEntry> takeFailures() {
        List<FailedEntry> taken = new ArrayList<>(open.takeFailures());
        taken.addAll(restricted.takeFailures());
        return taken;
    }

    private List<Output> fold(View view, LedgerEntry entry, Audience audience, long causeSeq, Instant at) {
        return view.fold(
                () -> Seen.of(entry, audience).orElseThrow(), new Emitter(audience, causeSeq, at), changedParts);
    }

    View view(Audience audience) {
        return switch (audience) {
            case OPEN -> open;
            case RESTRICTED -> restricted;
            case UNKNOWN -> throw new IllegalArgumentException("audience: OPEN or RESTRICTED");
        };
    }

    private void check(LedgerEntry entry) {
        if (entry.getSeq() != progress.lastSeq() + 1) {
            throw new LedgerNotFoldable("entry " + entry.getSeq() + " of " + ground.theatre() + " came after entry "
                    + progress.lastSeq() + ": fold each entry once, in order, from the first");
        }
        Long openSeq = entry.getOpenSeq();
        if (openSeq != null && openSeq != progress.lastOpenSeq() + 1) {
            throw new LedgerNotFoldable("entry " + entry.getSeq() + " of " + ground.theatre() + " is openSeq " + openSeq
                    + " after openSeq " + progress.lastOpenSeq() + ": these numbers have no gaps");
        }
        if (entry.getAt().toEpochMilli() < restricted.state().times.atMillis()) {
            throw new LedgerNotFoldable("entry " + entry.getSeq() + " of " + ground.theatre() + " is of "
                    + entry.getAt() + ", before the entry before it: the theatre's time never goes back");
        }
        Object body = entry.getBody();
        if (progress.lastSeq() == 0 && !(body instanceof Genesis)) {
            throw new LedgerNotFoldable("the ledger of " + ground.theatre() + " does not begin with its genesis");
        }
        if (body instanceof Genesis genesis) {
            check(genesis);
        } else if (body instanceof Command command && command.getBody() instanceof SetCatalogue set) {
            checkCatalogue(set.getCatalogueDigest());
        } else if (body instanceof Command command && command.getBody() instanceof ActivateCore activate) {
            checkCore(activate.getCoreVersion());
        }
    }

    private void check(Genesis genesis) {
        checkCatalogue(genesis.getCatalogueDigest());
        checkCore(genesis.getCoreVersion());
    }

    private void checkCatalogue(String digest) {
        if (!digest.equals(ground.catalogueDigest())) {
            throw new LedgerNotFoldable("the ledger of " + ground.theatre() + " needs the catalogue " + digest
                    + ", but " + ground.catalogueDigest() + " is loaded: name its file in harmattan.catalogue-file");
        }
    }

    private void checkCore(int version) {
        if (version != CORE_VERSION) {
            throw new LedgerNotFoldable("the ledger of " + ground.theatre() + " needs core " + version
                    + ", but this is core " + CORE_VERSION + ": run the release that carries it");
        }
    }
}
