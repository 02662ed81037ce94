package org.harmattan.cli.topics;

import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.harmattan.cli.session.Cluster;
import org.harmattan.cli.session.CommandFailure;
import org.harmattan.cli.session.ExitCode;
import org.harmattan.cli.session.Session;
import org.harmattan.schemas.apply.RefusedPlan;
import org.harmattan.schemas.apply.Step;
import org.harmattan.schemas.apply.TopicsApply;
import org.harmattan.schemas.topic.TopicCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes what is missing. Running it again changes nothing. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description =
                "Create what is missing and set what differs; says each step. Never changes a number of partitions.")
public final class TopicsApplyCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "End with one line of JSON: {\"steps\":N}.")
    private boolean json;

    public TopicsApplyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        StepLines lines = new StepLines(spec.commandLine().getOut(), json);
        try (Cluster cluster = session.cluster();
                Admin admin = cluster.kafka().admin("harmattan-topics")) {
            List<Step> steps = new TopicsApply(admin, cluster.registry())
                    .apply(TopicCatalogue.live().all(), lines::step);
            lines.end(steps.size(), "step done", "steps done", "All topics and schemas are as they should be.");
            return ExitCode.DONE;
        } catch (RefusedPlan refused) {
            throw new CommandFailure("nothing was changed: " + refused.getMessage(), refused);
        }
    }
}
