package org.harmattan.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One command run in this process, and what it said. */
public record CommandRun(int exitCode, String out, String err) {

    public static CommandRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Harmattan.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
        return new CommandRun(code, out.toString(), err.toString());
    }
}
