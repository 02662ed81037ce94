package org.harmattan.replay;

import java.util.Optional;

/** One output topic's records of a theatre, in order. */
interface PublishedLog {

    /** The next record without taking it; empty when there is none and none came while it was patient. */
    Optional<Published> await();

    /** The next record without taking it, if it is there now. */
    Optional<Published> peek();

    /** Takes the record that was seen last. */
    void advance();

    /** Whether its oldest records are gone because their retention has ended. */
    boolean isCut();
}
