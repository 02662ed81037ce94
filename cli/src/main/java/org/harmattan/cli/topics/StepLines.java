package org.harmattan.cli.topics;

import java.io.PrintWriter;
import org.harmattan.schemas.apply.Step;

/** Prints the steps of a plan, one a line. */
record StepLines(PrintWriter out, boolean json) {

    void step(Step step) {
        if (!json) {
            out.println(step.describe());
        }
    }

    void end(int steps, String one, String several, String none) {
        if (json) {
            out.println("{\"steps\":" + steps + "}");
        } else {
            out.println(steps == 0 ? none : steps + " " + (steps == 1 ? one : several) + ".");
        }
    }
}
