package org.harmattan.ingest.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.harmattan.geography.Catalogue;
import org.harmattan.ingest.receipt.ReceiptReader;
import org.harmattan.ingest.sending.ReportSender;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.BeginImport;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.command.EndImport;
import org.harmattan.schemas.command.Role;
import org.harmattan.schemas.receipt.Outcome;
import org.harmattan.schemas.receipt.Receipt;
import org.harmattan.schemas.receipt.ReceiptOf;

/**
 * Tells every theatre that an import begins and that it has ended. Between the two nothing is raised in the regions that it
 * touches, so the beginning must be on the ledger before the first row and the end after the last.
 */
final class Bracket {

    private final String importId;
    private final ReportSender sender;
    private final ReceiptReader receipts;
    private final Clock clock;
    private final int theatres;

    Bracket(String importId, ReportSender sender, ReceiptReader receipts, Clock clock, Catalogue catalogue) {
        this.importId = importId;
        this.sender = sender;
        this.receipts = receipts;
        this.clock = clock;
        this.theatres = catalogue.theatres().size();
    }

    /** Sends the beginning; false when not every theatre took it in time. */
    boolean begin(Duration longest) throws InterruptedException {
        return sendAndAwait(new BeginImport(importId), longest);
    }

    /** Sends the end; false when not every theatre took it in time. */
    boolean end(Duration longest) throws InterruptedException {
        return sendAndAwait(new EndImport(importId), longest);
    }

    private boolean sendAndAwait(Object body, Duration longest) throws InterruptedException {
        Command command = Command.newBuilder()
                .setCommandId(UUID.randomUUID().toString())
                .setIssuedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .setRole(Role.SYSTEM)
                .setAudience(Audience.OPEN) // both audiences wait for the end
                .setBody(body)
                .build();
        CountDownLatch answers = new CountDownLatch(theatres);
        try (ReceiptReader.Listening listening = receipts.listen(receipt -> {
            if (takes(receipt, command.getCommandId())) {
                answers.countDown();
            }
        })) {
            sender.send(importId, command);
            return answers.await(longest.toMillis(), TimeUnit.MILLISECONDS) && listening.isOpen();
        }
    }

    private static boolean takes(Receipt receipt, String commandId) {
        return receipt.getSubject() == ReceiptOf.COMMAND
                && receipt.getId().equals(commandId)
                && (receipt.getOutcome() == Outcome.ACCEPTED || receipt.getOutcome() == Outcome.DUPLICATE);
    }
}
