package org.harmattan.cli.session;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Says in one line why a command failed, and shows the stack trace only when asked. */
public final class Failures implements CommandLine.IExecutionExceptionHandler {

    private final Session session;

    public Failures(Session session) {
        this.session = session;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, @Nullable ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (session.debug()) {
            failure.printStackTrace(err);
        }
        err.println("harmattan: " + message(failure));
        err.flush();
        return ExitCode.FAILED;
    }

    private String message(Exception failure) {
        String said = failure.getMessage();
        if (failure instanceof CommandFailure && said != null) {
            return said;
        }
        String name = failure.getClass().getSimpleName();
        String text = said == null ? name : said + " (" + name + ")";
        return session.debug() ? text : text + "; --debug shows where";
    }
}
