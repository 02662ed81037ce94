package org.harmattan.topology;

import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.Theatre;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.intake.IntakeCommand;
import org.harmattan.schemas.intake.IntakeEntry;
import org.jspecify.annotations.Nullable;

/** Sends a command to the intake of every theatre that it concerns: those it names, or all when it names none. */
final class RouteCommand implements Processor<String, Command, Object, Object> {

    private final List<String> theatres;

    private @Nullable ProcessorContext<Object, Object> context;

    RouteCommand(Catalogue catalogue) {
        theatres = catalogue.theatres().stream().map(Theatre::name).toList();
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
    }

    @Override
    @SuppressWarnings("NullAway") // a record without a value comes as null, against the signature
    public void process(Record<String, Command> record) {
        ProcessorContext<Object, Object> out = Objects.requireNonNull(context);
        Command command = record.value();
        if (command == null) {
            out.forward(RouteReport.empty(out, record), RouteAndSequenceTopology.REJECTED_SINK);
            return;
        }
        for (String theatre : concerned(command.getTheatres())) {
            out.forward(
                    new Record<>(
                            theatre,
                            new IntakeEntry(new IntakeCommand(command)),
                            out.currentSystemTimeMs(),
                            Rejected.trace(record.headers())),
                    RouteAndSequenceTopology.INTAKE_SINK);
        }
    }

    /** A command that names only theatres which do not exist goes to the first, which refuses it: nobody waits in vain. */
    private List<String> concerned(List<String> named) {
        if (named.isEmpty()) {
            return theatres;
        }
        List<String> known = theatres.stream().filter(named::contains).toList();
        return known.isEmpty() ? theatres.subList(0, 1) : known;
    }
}
