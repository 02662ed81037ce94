package org.harmattan.topology;

import java.util.function.Consumer;
import org.harmattan.geography.Theatre;
import org.harmattan.ledger.Position;
import org.harmattan.schemas.ledger.LedgerEntry;

/** Reads what a theatre's ledger holds beyond what its sequencer remembers. */
public interface LedgerTail {

    /**
     * Gives every committed entry after {@code position}, in order, up to the end that the ledger has now. It waits for
     * transactions that are open now to be committed or aborted.
     *
     * @throws org.harmattan.ledger.BrokenLedger if the ledger ends before {@code position}, cannot be read to its end, or its topic does
     *     not have the partitions that it must have
     */
    void after(Theatre theatre, Position position, Consumer<LedgerEntry> entries);

    /** For topologies without a broker behind them: there is never anything more. */
    static LedgerTail none() {
        return (theatre, position, entries) -> {};
    }
}
