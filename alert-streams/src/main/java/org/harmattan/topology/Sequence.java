package org.harmattan.topology;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.harmattan.geography.Theatre;
import org.harmattan.ledger.Applier;
import org.harmattan.ledger.BrokenLedger;
import org.harmattan.ledger.Decision;
import org.harmattan.ledger.HeapMemory;
import org.harmattan.ledger.LedgerOrigin;
import org.harmattan.ledger.Memory;
import org.harmattan.ledger.Position;
import org.harmattan.ledger.Sequencer;
import org.harmattan.ledger.TheatreClock;
import org.harmattan.schemas.intake.IntakeEntry;
import org.harmattan.schemas.intake.IntakeReport;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.receipt.Receipt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns a theatre's intake into its ledger: decide, append, apply. A failure while deciding has changed nothing; one after
 * that ends the task and its transaction with it.
 */
final class Sequence implements Processor<String, IntakeEntry, Object, Object> {

    private static final Logger LOG = LoggerFactory.getLogger(Sequence.class);

    private final TheatrePartitions partitions;
    private final Function<Theatre, LedgerOrigin> origins;
    private final LedgerTail tail;
    private final RejectedBytes rejectedBytes;
    private final TheatreObserver observer;

    private @Nullable ProcessorContext<Object, Object> context;
    private @Nullable Desk desk;
    /** The newest accepted time. It is not stored: proposals come every second, and their offsets are committed. */
    private Instant accepted = Instant.EPOCH;

    /** What one theatre is sequenced with; a partition without a theatre has none. */
    private record Desk(String theatre, Sequencer sequencer, Memory memory) {}

    Sequence(
            TheatrePartitions partitions,
            Function<Theatre, LedgerOrigin> origins,
            LedgerTail tail,
            RejectedBytes rejectedBytes,
            TheatreObserver observer) {
        this.partitions = partitions;
        this.origins = origins;
        this.tail = tail;
        this.rejectedBytes = rejectedBytes;
        this.observer = observer;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        Optional<Theatre> theatre =
                partitions.theatreAt(processorContext.taskId().partition());
        if (theatre.isEmpty()) {
            return;
        }
        Memory memory = new StoredMemory(
                processorContext.getStateStore(RouteAndSequenceTopology.POSITIONS),
                processorContext.getStateStore(RouteAndSequenceTopology.KNOWN_REPORTS),
                processorContext.getStateStore(RouteAndSequenceTopology.KNOWN_COMMANDS));
        catchUp(theatre.get(), memory);
        LedgerOrigin origin = origins.apply(theatre.get());
        checkInForce(origin, memory.position());
        accepted = memory.position().at();
        desk = new Desk(theatre.get().name(), new Sequencer(origin), memory);
        observer.sequenced(theatre.get().name(), memory.position(), accepted);
    }

    /** A ledger goes on only under the catalogue and core that it names. */
    private static void checkInForce(LedgerOrigin origin, Position position) {
        if (position.isEmpty()) {
            return;
        }
        String digest = origin.catalogue().digest();
        if (!position.catalogueDigest().equals(digest)) {
            throw new BrokenLedger("theatre " + origin.theatre() + ": its ledger names the catalogue "
                    + position.catalogueDigest() + ", but this instance was started with " + digest
                    + ": start it with the catalogue that the ledger names");
        }
        if (position.coreVersion() > origin.coreVersion()) {
            throw new BrokenLedger("theatre " + origin.theatre() + ": its ledger needs core " + position.coreVersion()
                    + ", but this instance has core " + origin.coreVersion() + ": start a newer release");
        }
    }

    /** Reads all that is missing before it touches the stores: the first put begins a transaction, which soon times out. */
    private void catchUp(Theatre theatre, Memory memory) {
        HeapMemory missing = new HeapMemory(memory.position());
        tail.after(theatre, memory.position(), entry -> Applier.apply(entry, missing));
        if (missing.position().seq() > memory.position().seq()) {
            LOG.info(
                    "theatre {}: memory rebuilt from the ledger, entries {} to {}",
                    theatre.name(),
                    memory.position().seq() + 1,
                    missing.position().seq());
            missing.copyTo(memory);
        }
    }

    @Override
    @SuppressWarnings("NullAway") // a record without a value comes as null, against the signature
    public void process(Record<String, IntakeEntry> record) {
        ProcessorContext<Object, Object> out = Objects.requireNonNull(context);
        if (record.value() == null) {
            out.forward(RouteReport.empty(out, record), RouteAndSequenceTopology.SEQUENCE_REJECTED_SINK);
            return;
        }
        Desk here = desk;
        if (here == null || !here.theatre().equals(record.key())) {
            forwardRejected(record, Rejected.Reason.OTHER_THEATRE);
            return;
        }
        TheatreClock clock = new TheatreClock(accepted, Instant.ofEpochMilli(out.currentSystemTimeMs()));
        Decision decision;
        try {
            decision = here.sequencer().decide(record.value(), here.memory(), clock);
        } catch (BrokenLedger e) {
            // nothing may be numbered on a ledger that is not what it must be
            throw e;
        } catch (RuntimeException e) {
            // what is wrong is told by its class alone: its message may hold a part of the report
            LOG.error(
                    "theatre {}: an intake entry could not be decided: {}",
                    here.theatre(),
                    e.getClass().getName());
            forwardRejected(record, Rejected.Reason.UNDECIDABLE);
            here.sequencer().undecided(record.value(), clock).ifPresent(receipt -> answer(record, receipt));
            return;
        }
        carryOut(decision, here, record);
    }

    private void carryOut(Decision decision, Desk here, Record<String, IntakeEntry> record) {
        if (decision instanceof Decision.Append append) {
            append(append.entries(), here, record);
            append.receipt().ifPresent(receipt -> answer(record, receipt));
        } else if (decision instanceof Decision.AcceptClock clock) {
            accepted = clock.at();
            append(clock.entries(), here, record);
        } else if (decision instanceof Decision.Answer answer) {
            answer(record, answer.receipt());
        } else if (decision instanceof Decision.Reject reject) {
            answer(record, reject.receipt());
            forwardRejected(record, reject.receipt());
        }
        observer.sequenced(here.theatre(), here.memory().position(), accepted);
    }

    private void append(List<LedgerEntry> entries, Desk here, Record<String, IntakeEntry> record) {
        for (LedgerEntry entry : entries) {
            forward(here.theatre(), entry, entry.getAt(), record, RouteAndSequenceTopology.LEDGER_SINK);
        }
        for (LedgerEntry entry : entries) {
            Applier.apply(entry, here.memory());
            // the very first entry may come before any proposal: from then on its time is the theatre's
            accepted = entry.getAt();
        }
    }

    private void answer(Record<String, IntakeEntry> record, Receipt receipt) {
        forward(receipt.getId(), receipt, receipt.getAt(), record, RouteAndSequenceTopology.RECEIPTS_SINK);
    }

    private void forward(String key, Object value, Instant at, Record<String, IntakeEntry> from, String sink) {
        Objects.requireNonNull(context)
                .forward(new Record<>(key, value, at.toEpochMilli(), Rejected.trace(from.headers())), sink);
    }

    private void forwardRejected(Record<String, IntakeEntry> record, Receipt receipt) {
        SpecificRecord report = (SpecificRecord) ((IntakeReport) record.value().getBody()).getReport();
        Objects.requireNonNull(context)
                .forward(
                        new Record<Object, Object>(
                                Rejected.utf8(receipt.getId()),
                                rejectedBytes.of(report),
                                receipt.getAt().toEpochMilli(),
                                Rejected.headers(receipt.getReason().name(), rejectedBytes.topicOf(report))),
                        RouteAndSequenceTopology.SEQUENCE_REJECTED_SINK);
    }

    private void forwardRejected(Record<String, IntakeEntry> record, Rejected.Reason reason) {
        ProcessorContext<Object, Object> out = Objects.requireNonNull(context);
        RecordMetadata from = out.recordMetadata().orElseThrow();
        out.forward(
                new Record<Object, Object>(
                        Rejected.utf8(String.valueOf(record.key())),
                        rejectedBytes.of(record.value()),
                        record.timestamp(),
                        Rejected.headers(reason, from.topic(), from.partition(), from.offset())),
                RouteAndSequenceTopology.SEQUENCE_REJECTED_SINK);
    }

    @Override
    public void close() {
        Desk here = desk;
        if (here != null) {
            observer.sequenceReleased(here.theatre());
        }
    }
}
