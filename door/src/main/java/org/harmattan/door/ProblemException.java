package org.harmattan.door;

import java.util.List;

/** Ends a request with a problem. Thrown by routes; the door turns it into the answer. */
@SuppressWarnings("serial") // never serialised: it lives within one request
public final class ProblemException extends RuntimeException {

    private final int status;
    private final String slug;
    private final String title;
    private final List<FieldProblem> errors;

    /**
     * @param status HTTP status, 400 to 599
     * @param slug last part of the problem's type, lower-case letters and hyphens
     * @param title what kind of problem it is
     * @param detail what is wrong here and what to do; never quotes what was sent
     * @param errors each bad field
     */
    public ProblemException(int status, String slug, String title, String detail, List<FieldProblem> errors) {
        super(detail);
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.errors = List.copyOf(errors);
    }

    /** A problem that is not about fields. */
    public ProblemException(int status, String slug, String title, String detail) {
        this(status, slug, title, detail, List.of());
    }

    /** 400 for bad fields. */
    public static ProblemException badFields(List<FieldProblem> errors) {
        String detail = errors.size() == 1
                ? errors.get(0).field() + " " + errors.get(0).problem() + ": "
                        + errors.get(0).fix() + "."
                : errors.size() + " fields are wrong; each is listed with its fix.";
        return new ProblemException(400, "bad-fields", "What was sent cannot be used", detail, errors);
    }

    public int status() {
        return status;
    }

    /** The problem as it is answered to a request for {@code path}. */
    public Problem problem(String path) {
        return new Problem(Problem.TYPE_PREFIX + slug, title, status, String.valueOf(getMessage()), path, errors);
    }
}
