package org.harmattan.topology;

import org.harmattan.assessment.Assessment;
import org.harmattan.geography.Catalogue;
import org.harmattan.ledger.BrokenLedger;
import org.harmattan.schemas.command.ActivateCore;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.command.SetCatalogue;
import org.harmattan.schemas.ledger.Genesis;
import org.harmattan.schemas.ledger.LedgerEntry;

/** Whether this build can judge by what the ledger puts in force. */
public final class InForce {

    private InForce() {}

    /** @throws BrokenLedger if the entry puts a core or a catalogue in force that this build does not have */
    public static void check(LedgerEntry entry, Catalogue catalogue) {
        Object body = entry.getBody();
        if (body instanceof Genesis genesis) {
            checkCore(genesis.getCoreVersion());
            checkCatalogue(genesis.getCatalogueDigest(), catalogue);
        } else if (body instanceof Command command && command.getBody() instanceof ActivateCore activate) {
            checkCore(activate.getCoreVersion());
        } else if (body instanceof Command command && command.getBody() instanceof SetCatalogue set) {
            checkCatalogue(set.getCatalogueDigest(), catalogue);
        }
    }

    private static void checkCore(int version) {
        if (version > Assessment.CORE_VERSION) {
            throw new BrokenLedger("the ledger needs core " + version + ", this build has core "
                    + Assessment.CORE_VERSION + ": run a newer release");
        }
    }

    private static void checkCatalogue(String digest, Catalogue catalogue) {
        if (!digest.equals(catalogue.digest())) {
            throw new BrokenLedger("the ledger needs the catalogue with digest " + digest + ", this one has "
                    + catalogue.digest() + ": set harmattan.catalogue-file to the one the ledger names");
        }
    }
}
