package org.harmattan.geography;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a catalogue, so that its author hears of everything at once. */
final class Findings {

    /** More would not help anyone: the first ones show the pattern. */
    static final int LIMIT = 50;

    private final List<CatalogueProblem> problems = new ArrayList<>();

    void add(String file, String field, String problem, String fix) {
        if (problems.size() < LIMIT) {
            problems.add(new CatalogueProblem(file, field, problem, fix));
        }
    }

    boolean any() {
        return !problems.isEmpty();
    }

    /** Later steps build on what earlier ones found sound, so each step ends here. */
    void stopIfAny() {
        if (any()) {
            throw new InvalidCatalogueException(problems);
        }
    }
}
