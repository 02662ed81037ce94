package org.harmattan.ingest.imports;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.harmattan.door.FieldProblem;
import org.harmattan.door.ProblemException;
import org.harmattan.geography.Catalogue;
import org.harmattan.ingest.receipt.ReceiptReader;
import org.harmattan.ingest.sending.NotSent;
import org.harmattan.ingest.sending.ReportSender;
import org.harmattan.ingest.source.Grade;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SignalType;
import reactor.core.scheduler.Schedulers;

/** Begins imports, a few at a time, and lets them run beside the request that brought them. */
@Singleton
final class Imports {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final Duration TOLD_EVERY = Duration.ofSeconds(1);
    private static final long STOP_SECONDS = 5;

    private final ImportSettings settings;
    private final ReportSender sender;
    private final ReceiptReader receipts;
    private final Catalogue catalogue;
    private final Clock clock;
    private final Semaphore places;
    private final Set<ImportRun> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(named("import-"));
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(named("import-progress-"));

    Imports(ImportSettings settings, ReportSender sender, ReceiptReader receipts, Catalogue catalogue, Clock clock) {
        this.settings = settings;
        this.sender = sender;
        this.receipts = receipts;
        this.catalogue = catalogue;
        this.clock = clock;
        this.places = new Semaphore(settings.atOnce());
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @PreDestroy
    void stop() throws InterruptedException {
        running.forEach(ImportRun::cancel);
        ticker.shutdownNow();
        threads.shutdown();
        if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("{} imports did not end in time", running.size());
            threads.shutdownNow();
        }
    }

    /**
     * Begins an import and returns once its beginning has its receipt.
     *
     * @param format of the file
     * @param grade of the source that it is imported as
     * @param body the file, plain or gzip
     * @return the answer, line by line; dropping it ends the import
     * @throws ProblemException when the import cannot begin; nothing of it was taken then
     */
    Flux<byte[]> begin(ImportFormat format, Grade grade, InputStream body) throws InterruptedException {
        if (!places.tryAcquire()) {
            throw new ProblemException(
                    429,
                    "too-many-imports",
                    "Other imports are running",
                    "At most " + settings.atOnce() + " run at a time; try again when one has ended.");
        }
        boolean begun = false;
        Spool spool = new Spool();
        try {
            ImportRun run = prepare(format, grade, body, spool);
            running.add(run);
            threads.execute(() -> bringToEnd(run, spool));
            begun = true;
            return answer(spool, run);
        } finally {
            if (!begun) {
                spool.close();
                places.release();
            }
        }
    }

    private ImportRun prepare(ImportFormat format, Grade grade, InputStream body, Spool spool)
            throws InterruptedException {
        String importId = UUID.randomUUID().toString();
        CountedStream file = new CountedStream(body);
        RowReader rows = open(format, new Stamp(grade, importId, clock.instant().truncatedTo(ChronoUnit.MILLIS)), file);
        Bracket bracket = new Bracket(importId, sender, receipts, clock, catalogue);
        try {
            if (!receipts.awaitReady(settings.receiptWait()) || !bracket.begin(settings.receiptWait())) {
                throw unanswered();
            }
        } catch (NotSent e) {
            throw unanswered();
        }
        return new ImportRun(importId, bracket, rows, file, settings, sender, receipts, new AnswerLines(spool));
    }

    private RowReader open(ImportFormat format, Stamp stamp, InputStream file) {
        try {
            return format.open(Unzipped.of(file), stamp, catalogue);
        } catch (UnreadableFile e) {
            throw unreadable(format, e.why());
        } catch (IOException e) {
            throw unreadable(format, "it broke off, or is no whole gzip file");
        }
    }

    private static ProblemException unreadable(ImportFormat format, String why) {
        return new ProblemException(
                400,
                "unreadable-file",
                "The file is not of this format",
                "It cannot be read as " + format.label() + ": " + why + ". Nothing was taken.",
                List.of(new FieldProblem("body", why, "send a file of the format " + format.label())));
    }

    private ProblemException unanswered() {
        return new ProblemException(
                503,
                "no-receipt",
                "The import could not begin",
                "Its beginning was not answered within "
                        + settings.receiptWait().toSeconds()
                        + " s: check that the broker and alert-streams run, then try again. Nothing was taken.");
    }

    private void bringToEnd(ImportRun run, Spool spool) {
        ScheduledFuture<?> telling = ticker.scheduleAtFixedRate(
                run::progress, TOLD_EVERY.toMillis(), TOLD_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        try {
            run.run();
        } finally {
            telling.cancel(false);
            spool.end();
            running.remove(run);
            places.release();
        }
    }

    private Flux<byte[]> answer(Spool spool, ImportRun run) {
        return Flux.<byte[]>generate(sink -> {
                    try {
                        byte[] next = spool.take();
                        if (next == null) {
                            sink.complete();
                        } else {
                            sink.next(next);
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        sink.complete();
                    }
                })
                .subscribeOn(Schedulers.fromExecutor(threads))
                .doFinally(signal -> {
                    spool.close();
                    if (signal == SignalType.CANCEL) {
                        run.cancel();
                    }
                });
    }
}
