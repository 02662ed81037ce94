package org.harmattan.topology;

import java.time.Instant;
import org.harmattan.ledger.Position;

/** Told by the processors how far the theatres are that this instance works on. Called from stream threads; must be quick. */
public interface TheatreObserver {

    /**
     * The sequencer stands here.
     *
     * @param at the theatre's time: the newest accepted one; the epoch before the first
     */
    void sequenced(String theatre, Position position, Instant at);

    /**
     * The assessment stands here.
     *
     * @param seq number of the last entry folded, 0 before the first
     * @param at the theatre's time of that entry; the epoch before the first
     */
    void assessed(String theatre, long seq, Instant at);

    /** The assessment published a pulse. */
    void pulsed(String theatre, Instant at);

    /** This instance sequences the theatre no more. */
    void sequenceReleased(String theatre);

    /** This instance assesses the theatre no more. */
    void assessReleased(String theatre);

    /** Watches nothing. */
    static TheatreObserver none() {
        return new TheatreObserver() {
            @Override
            public void sequenced(String theatre, Position position, Instant at) {}

            @Override
            public void assessed(String theatre, long seq, Instant at) {}

            @Override
            public void pulsed(String theatre, Instant at) {}

            @Override
            public void sequenceReleased(String theatre) {}

            @Override
            public void assessReleased(String theatre) {}
        };
    }
}
