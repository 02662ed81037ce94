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

/** Shows what {@code apply} would do. */
@Command(name = "plan", mixinStandardHelpOptions = true, description = "Show what apply would do, and change nothing.")
public final class TopicsPlanCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "End with one line of JSON: {\"steps\":N}.")
    private boolean json;

    public TopicsPlanCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        StepLines lines = new StepLines(spec.commandLine().getOut(), json);
        try (Cluster cluster = session.cluster();
                Admin admin = cluster.kafka().admin("harmattan-topics")) {
            List<Step> steps = new TopicsApply(admin, cluster.registry())
                    .plan(TopicCatalogue.live().all());
            steps.forEach(lines::step);
            lines.end(steps.size(), "step to do", "steps to do", "Nothing to do: all topics and schemas are there.");
            return ExitCode.DONE;
        } catch (RefusedPlan refused) {
            throw new CommandFailure("apply would be refused: " + refused.getMessage(), refused);
        }
    }
}
