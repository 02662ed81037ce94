package org.harmattan.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.schemas.assessment.Cause;
import org.harmattan.schemas.audience.Audience;

/** Collects what one entry says to one audience, each output with its cause. */
final class Emitter {

    private final Audience audience;
    private final long causeSeq;
    private final Instant at;
    private final List<Output> outputs = new ArrayList<>(2);

    Emitter(Audience audience, long causeSeq, Instant at) {
        this.audience = audience;
        this.causeSeq = causeSeq;
        this.at = at;
    }

    /** For the same entry and audience, with nothing said. */
    Emitter afresh() {
        return new Emitter(audience, causeSeq, at);
    }

    Instant at() {
        return at;
    }

    long causeSeq() {
        return causeSeq;
    }

    /** The next output, made with its cause. */
    <V extends SpecificRecord> V emit(Output.Kind kind, String key, Function<Cause, V> body) {
        V value = body.apply(new Cause(causeSeq, outputs.size()));
        outputs.add(new Output(kind, audience, key, value, at));
        return value;
    }

    List<Output> outputs() {
        return outputs;
    }
}
