package org.harmattan.streams;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.harmattan.ledger.Position;
import org.harmattan.topology.TheatreObserver;

/** How far each theatre is that this instance works on. Written by stream threads, read by health and the admin view. */
@Singleton
final class TheatreBoard implements TheatreObserver {

    private final Map<String, Sequenced> sequenced = new ConcurrentHashMap<>();
    private final Map<String, Assessed> assessed = new ConcurrentHashMap<>();
    private final Map<String, Instant> pulses = new ConcurrentHashMap<>();

    /**
     * Where a theatre's sequencer stands.
     *
     * @param at the newest accepted time; the epoch before the first
     */
    record Sequenced(Position position, Instant at) {}

    /**
     * Where a theatre's assessment stands.
     *
     * @param seq number of the last entry folded
     * @param at the time of that entry; the epoch when none was folded since the start
     */
    record Assessed(long seq, Instant at) {}

    @Override
    public void sequenced(String theatre, Position position, Instant at) {
        sequenced.put(theatre, new Sequenced(position, at));
    }

    @Override
    public void assessed(String theatre, long seq, Instant at) {
        assessed.put(theatre, new Assessed(seq, at));
    }

    @Override
    public void pulsed(String theatre, Instant at) {
        pulses.put(theatre, at);
    }

    @Override
    public void sequenceReleased(String theatre) {
        sequenced.remove(theatre);
    }

    @Override
    public void assessReleased(String theatre) {
        assessed.remove(theatre);
        pulses.remove(theatre);
    }

    /** The theatres that are sequenced here, by name. */
    Map<String, Sequenced> sequencedHere() {
        return new TreeMap<>(sequenced);
    }

    /** The theatres that are assessed here, by name. */
    Map<String, Assessed> assessedHere() {
        return new TreeMap<>(assessed);
    }

    /** When the theatre's last pulse was since this instance took it over. */
    Optional<Instant> lastPulse(String theatre) {
        return Optional.ofNullable(pulses.get(theatre));
    }
}
