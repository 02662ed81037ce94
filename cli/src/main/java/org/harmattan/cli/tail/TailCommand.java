package org.harmattan.cli.tail;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;
import org.harmattan.cli.session.Cluster;
import org.harmattan.cli.session.CommandFailure;
import org.harmattan.cli.session.ExitCode;
import org.harmattan.cli.session.Session;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Follows a topic until it is interrupted. */
@Command(
        name = "tail",
        mixinStandardHelpOptions = true,
        description = "Print the records of a topic as they come, committed ones only.")
public final class TailCommand implements Callable<Integer> {

    private static final String RESTRICTED = ".restricted";
    private static final long GOODBYE_SECONDS = 2;

    private final Session session;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "TOPIC",
            description = "Name without the prefix: alerts, scores, reports.attack, ledger, ...")
    private String topic = "";

    @Option(names = "--json", description = "One JSON object a line, all fields.")
    private boolean json;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            converter = Since.Converter.class,
            description = "Begin earlier: 15m, 2h, 3d (ago), a date, an instant, or beginning. Default: from now on.")
    private Since since = new Since.Now();

    @Option(names = "--restricted", description = "The restricted audience's topic of that name.")
    private boolean restricted;

    @Option(names = "--no-follow", description = "Stop at what is there now.")
    private boolean noFollow;

    public TailCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Topic<?, ?> wanted = find(topic, restricted);
        PrintWriter out = spec.commandLine().getOut();
        try (Cluster cluster = session.cluster();
                Consumer<String, byte[]> consumer =
                        cluster.kafka().consumer("harmattan-tail", java.util.Optional.empty())) {
            RecordPrinter printer = new RecordPrinter(wanted, cluster.kafka().deserializer(wanted), json);
            follow(new TopicReader(consumer, wanted), record -> {
                out.println(printer.line(record));
                out.flush();
            });
            return ExitCode.DONE;
        }
    }

    private void follow(
            TopicReader reader,
            java.util.function.Consumer<org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]>> seen) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread interrupt = new Thread(() -> stop(reader, ended), "tail-interrupted");
        Runtime.getRuntime().addShutdownHook(interrupt);
        try {
            reader.read(since, !noFollow, seen);
        } catch (WakeupException interrupted) {
            // Ctrl-C is how a tail ends; the process is going down.
            return;
        } finally {
            ended.countDown();
        }
        Runtime.getRuntime().removeShutdownHook(interrupt);
    }

    private static void stop(TopicReader reader, CountDownLatch ended) {
        reader.stop();
        try {
            ended.await(GOODBYE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Topic<?, ?> find(String name, boolean restricted) {
        TopicCatalogue catalogue = TopicCatalogue.live();
        String prefix = catalogue.lane().prefix();
        String plain = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        String wanted = restricted && !plain.endsWith(RESTRICTED) ? plain + RESTRICTED : plain;
        return catalogue.all().stream()
                .filter(topic -> topic.shortName().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new CommandFailure("there is no topic '" + wanted + "': choose one of "
                        + String.join(
                                ", ",
                                catalogue.all().stream().map(Topic::shortName).toList())));
    }
}
