package org.harmattan.geography;

import java.util.List;
import java.util.stream.Collectors;

/** A catalogue that cannot be used, with everything that was found wrong, each with its fix. */
public final class InvalidCatalogueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    // Not part of the serial form: a catalogue is refused where it is read, the exception never travels.
    private final transient List<CatalogueProblem> problems;

    InvalidCatalogueException(List<CatalogueProblem> problems) {
        super(problems.stream().map(CatalogueProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order in which it was found; at least one, at most {@link Findings#LIMIT}. */
    public List<CatalogueProblem> problems() {
        return problems;
    }
}
