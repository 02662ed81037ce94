package org.harmattan.ingest.imports;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.KafkaException;
import org.harmattan.ingest.receipt.ReceiptReader;
import org.harmattan.ingest.sending.NotSent;
import org.harmattan.ingest.sending.ReportSender;
import org.harmattan.schemas.receipt.Outcome;
import org.harmattan.schemas.receipt.Receipt;
import org.harmattan.schemas.receipt.ReceiptOf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One import: sends the rows of a file, counts what their receipts say, tells its answer line by line. However it ends, the
 * theatres hear that it has ended.
 */
final class ImportRun {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);
    private static final String AGAIN = " Run the same import again: what is there already counts as duplicate.";

    private final String importId;
    private final Bracket bracket;
    private final RowReader rows;
    private final CountedStream file;
    private final ImportSettings settings;
    private final ReportSender sender;
    private final ReceiptReader receipts;
    private final AnswerLines lines;
    private final Tally tally = new Tally();
    private final InFlight inFlight;
    private final AtomicReference<Exception> sendFailure = new AtomicReference<>();
    private volatile boolean cancelled;

    ImportRun(
            String importId,
            Bracket bracket,
            RowReader rows,
            CountedStream file,
            ImportSettings settings,
            ReportSender sender,
            ReceiptReader receipts,
            AnswerLines lines) {
        this.importId = importId;
        this.bracket = bracket;
        this.rows = rows;
        this.file = file;
        this.settings = settings;
        this.sender = sender;
        this.receipts = receipts;
        this.lines = lines;
        this.inFlight = new InFlight(settings.rowsInFlight(), settings.receiptWait());
    }

    /** Brings the import to its end; its beginning must have its receipt. */
    void run() {
        boolean ended = false;
        try (ReceiptReader.Listening listening = receipts.listen(this::settle)) {
            sendAll();
            inFlight.awaitEmpty();
            checkSent();
            ended = true;
            if (!bracket.end(settings.receiptWait()) || !listening.isOpen()) {
                lines.error("every row was answered, but the end of the import was not." + AGAIN);
            } else {
                progress();
                lines.outcome(tally.counts(), importId);
            }
        } catch (IOException e) {
            lines.error("the file broke off." + AGAIN);
        } catch (UnreadableFile e) {
            lines.error(e.why() + ". What came before it was taken.");
        } catch (InFlight.NothingAnswered e) {
            lines.error(inFlight.size() + " rows have had no answer for "
                    + settings.receiptWait().toSeconds() + " s: check that alert-streams runs." + AGAIN);
        } catch (NotSent | KafkaException e) {
            lines.error("the broker did not take the rows." + AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            lines.error("the service is stopping." + AGAIN);
        } catch (RuntimeException e) {
            LOG.error("import {} failed: {} at {}", importId, e.getClass().getName(), e.getStackTrace()[0]);
            lines.error("something went wrong on our side; the operator's log names import " + importId + "." + AGAIN);
        } finally {
            if (!ended) {
                endAnyway();
            }
        }
    }

    private void sendAll() throws IOException, InterruptedException {
        Optional<Row> next = rows.next();
        while (next.isPresent()) {
            if (cancelled) {
                throw new IOException("the import was cancelled");
            }
            take(next.get());
            next = rows.next();
        }
    }

    private void take(Row row) throws InterruptedException {
        tally.row();
        if (row instanceof Row.Unusable unusable) {
            tally.rejected(unusable.reason().name());
            lines.rejected(unusable);
        } else if (row instanceof Row.Usable usable) {
            usable.widening().ifPresent(widening -> {
                tally.widened();
                lines.widened(usable.number(), widening);
            });
            inFlight.add(usable);
            checkSent();
            sender.send(usable.report(), (metadata, exception) -> {
                if (exception != null && sendFailure.compareAndSet(null, exception)) {
                    inFlight.giveUp();
                }
            });
        }
    }

    private void checkSent() {
        Exception failure = sendFailure.get();
        if (failure != null) {
            throw new KafkaException("a row was not taken by the broker", failure);
        }
    }

    /** On the thread of the receipts. */
    private void settle(Receipt receipt) {
        if (receipt.getSubject() != ReceiptOf.REPORT || !importId.equals(receipt.getImportId())) {
            return;
        }
        inFlight.settle(receipt.getId(), row -> count(row, receipt));
    }

    private void count(Row.Usable row, Receipt receipt) {
        if (receipt.getOutcome() == Outcome.ACCEPTED) {
            tally.accepted();
        } else if (receipt.getOutcome() == Outcome.DUPLICATE) {
            tally.duplicate();
        } else {
            tally.rejected(receipt.getReason().name());
            lines.rejected(row, receipt.getReason().name());
        }
    }

    /** Says where the import stands. */
    void progress() {
        lines.progress(tally.counts(), file.bytes());
    }

    /** Ends the import soon; what was sent stays sent. */
    void cancel() {
        cancelled = true;
        inFlight.giveUp();
        try {
            file.close();
        } catch (IOException e) {
            LOG.debug("import {}: its file was gone already", importId);
        }
    }

    private void endAnyway() {
        try {
            if (!bracket.end(settings.receiptWait())) {
                LOG.warn("import {}: its end has had no receipt; the theatres stop waiting by themselves", importId);
            }
        } catch (NotSent | KafkaException e) {
            LOG.warn("import {}: its end could not be sent; the theatres stop waiting by themselves", importId);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
