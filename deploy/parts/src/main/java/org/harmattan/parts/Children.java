package org.harmattan.parts;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How child processes are started: apart from the terminal, with their output in a log file. */
final class Children {
    private static final int LOG_LINES_SHOWN = 15;

    private Children() {}

    /**
     * A command that runs in a session of its own, so that Ctrl-C in the terminal reaches only this process and the parts
     * end in the order that this process chooses. Where the system has no {@code setsid} the command stays as it is.
     */
    static List<String> apart(List<String> command) {
        return onPath("setsid")
                .map(setsid -> Stream.concat(Stream.of(setsid.toString()), command.stream())
                        .toList())
                .orElse(command);
    }

    /** The file of that name on the search path. */
    static Optional<Path> onPath(String program) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A log file for this start; what the last one wrote is kept beside it with the ending {@code .1}. */
    static Path freshLog(Path log) {
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            return log;
        } catch (IOException e) {
            throw new PartFailure("The log " + log + " cannot be put aside: " + e.getMessage(), e);
        }
    }

    /** The last lines of a log, for an error message. */
    static String tail(Path log) {
        if (!Files.exists(log)) {
            return "(no output)";
        }
        try (Stream<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines()) {
            List<String> all = new ArrayList<>(lines.toList());
            return String.join("\n", all.subList(Math.max(0, all.size() - LOG_LINES_SHOWN), all.size()));
        } catch (IOException e) {
            return "(its log " + log + " cannot be read: " + e.getMessage() + ")";
        }
    }
}
