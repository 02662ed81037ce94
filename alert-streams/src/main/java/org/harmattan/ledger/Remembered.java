package org.harmattan.ledger;

import java.util.Optional;
import java.util.OptionalLong;

/** What a theatre's ledger has made known so far, for reading: all that a decision may look at. */
public interface Remembered {

    /** Where the ledger stands. */
    Position position();

    /** What is known of a report, or empty for an id never seen. */
    Optional<KnownReport> report(String reportId);

    /** Number of the entry that holds a command, or empty for an id never seen. */
    OptionalLong command(String commandId);
}
