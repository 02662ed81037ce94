package org.harmattan.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.harmattan.assessment.Assessment;
import org.harmattan.assessment.FailedEntry;
import org.harmattan.assessment.Output;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.Theatre;
import org.harmattan.ledger.BrokenLedger;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds a theatre's ledger and publishes what the fold says. The fold lives in memory; what it changed is stored in the same
 * transaction as what it said.
 */
final class Assess implements Processor<String, LedgerEntry, Object, Object> {

    private static final Logger LOG = LoggerFactory.getLogger(Assess.class);

    private final TheatrePartitions partitions;
    private final Catalogue catalogue;
    private final TheatreObserver observer;

    private @Nullable ProcessorContext<Object, Object> context;
    private @Nullable KeyValueStore<String, byte[]> parts;
    private @Nullable Desk desk;

    /** What one theatre is assessed with; a partition without a theatre has none. */
    private record Desk(String theatre, Assessment assessment) {}

    Assess(TheatrePartitions partitions, Catalogue catalogue, TheatreObserver observer) {
        this.partitions = partitions;
        this.catalogue = catalogue;
        this.observer = observer;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        parts = processorContext.getStateStore(AssessTopology.PARTS);
        Optional<Theatre> theatre =
                partitions.theatreAt(processorContext.taskId().partition());
        if (theatre.isPresent()) {
            String name = theatre.get().name();
            Assessment assessment = restored(name, stored());
            desk = new Desk(name, assessment);
            observer.assessed(name, assessment.lastSeq(), Instant.EPOCH);
        }
    }

    private Assessment restored(String theatre, List<Map.Entry<String, byte[]>> stored) {
        return stored.isEmpty() ? Assessment.start(catalogue, theatre) : Assessment.restore(catalogue, theatre, stored);
    }

    private List<Map.Entry<String, byte[]>> stored() {
        List<Map.Entry<String, byte[]>> all = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> iterator =
                Objects.requireNonNull(parts).all()) {
            while (iterator.hasNext()) {
                KeyValue<String, byte[]> part = iterator.next();
                all.add(Map.entry(part.key, part.value));
            }
        }
        return all;
    }

    @Override
    @SuppressWarnings("NullAway") // a record without a value comes as null, against the signature
    public void process(Record<String, LedgerEntry> record) {
        Desk here = desk;
        LedgerEntry entry = record.value();
        if (here == null || entry == null || !here.theatre().equals(record.key())) {
            throw new BrokenLedger(
                    "a record that is no entry of this partition's theatre lies on the ledger: nothing may be skipped there");
        }
        for (Output output : here.assessment().apply(entry)) {
            publish(output, record);
            if (output.kind() == Output.Kind.PULSE) {
                observer.pulsed(here.theatre(), output.at());
            }
        }
        here.assessment().drainChanges(this::store);
        here.assessment().takeFailures().forEach(failure -> tell(here.theatre(), failure));
        observer.assessed(here.theatre(), entry.getSeq(), entry.getAt());
    }

    /** Only the class of what went wrong: its message may name fields of a report. */
    private static void tell(String theatre, FailedEntry failure) {
        LOG.error(
                "{}: entry {} of the {} audience could not be judged ({}); the pulse counts it",
                theatre,
                failure.causeSeq(),
                failure.audience(),
                failure.cause().getClass().getName());
    }

    private void publish(Output output, Record<String, LedgerEntry> cause) {
        forward(output.key(), output, AssessTopology.sinkOf(output.kind(), output.audience()), cause);
        if (output.value() instanceof AlertEvent alert) {
            forward(alert.getAlertId(), output, AssessTopology.currentAlertsSink(output.audience()), cause);
        }
    }

    private void forward(String key, Output output, String sink, Record<String, LedgerEntry> cause) {
        Objects.requireNonNull(context)
                .forward(
                        new Record<>(key, output.value(), output.at().toEpochMilli(), Rejected.trace(cause.headers())),
                        sink);
    }

    private void store(String key, byte @Nullable [] bytes) {
        KeyValueStore<String, byte[]> store = Objects.requireNonNull(parts);
        if (bytes == null) {
            store.delete(key);
        } else {
            store.put(key, bytes);
        }
    }

    @Override
    public void close() {
        Desk here = desk;
        if (here != null) {
            observer.assessReleased(here.theatre());
        }
    }
}
