package org.harmattan.cli.session;

/** A command cannot do what it was asked. The message is one line for a person: what, where, and what to do about it. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CommandFailure(String message) {
        super(message);
    }

    /**
     * Makes a failure with the exception behind it, which is shown with {@code --debug}.
     *
     * @param message what, where, what to do
     * @param cause what the system said
     */
    public CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
