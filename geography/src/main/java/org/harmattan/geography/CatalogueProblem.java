package org.harmattan.geography;

/**
 * One thing that is wrong with a catalogue.
 *
 * @param file the file's name
 * @param field where in the file, for example {@code theatres[0].owns[3]}; empty for the file as a whole
 * @param problem what is wrong
 * @param fix what to do about it
 */
public record CatalogueProblem(String file, String field, String problem, String fix) {

    @Override
    public String toString() {
        return file + ": " + (field.isEmpty() ? "" : field + ": ") + problem + "; " + fix;
    }
}
