package org.harmattan.ledger;

import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.command.AcknowledgeAlert;
import org.harmattan.schemas.command.AssignAlert;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.command.CommentAlert;
import org.harmattan.schemas.command.LiftSilence;
import org.harmattan.schemas.command.SetSilence;

/** Who sees what. */
final class Visibility {

    private Visibility() {}

    /** Whether the open audience may see a report with this label; a label that is not known counts as AMBER. */
    static boolean isOpen(Tlp tlp) {
        return tlp == Tlp.CLEAR || tlp == Tlp.GREEN;
    }

    /** The label a report counts with. */
    static Tlp counted(Tlp tlp) {
        return tlp == Tlp.UNKNOWN ? Tlp.AMBER : tlp;
    }

    /**
     * Who sees a command. What touches an alert touches it in one audience only; rules, parameters and imports are of both
     * views, whoever asks for them.
     */
    static Audience of(Command command) {
        Object body = command.getBody();
        boolean ofOneAudience = body instanceof AcknowledgeAlert
                || body instanceof AssignAlert
                || body instanceof CommentAlert
                || body instanceof SetSilence
                || body instanceof LiftSilence;
        return ofOneAudience && command.getAudience() != Audience.OPEN ? Audience.RESTRICTED : Audience.OPEN;
    }
}
