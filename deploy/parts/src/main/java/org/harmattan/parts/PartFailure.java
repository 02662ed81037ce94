package org.harmattan.parts;

import org.jspecify.annotations.Nullable;

/**
 * A part cannot start or cannot be stopped. The message is one line for a person: which part, what is wrong, and what to
 * do about it.
 */
public final class PartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes a failure.
     *
     * @param message which part, what is wrong, what to do
     */
    public PartFailure(String message) {
        super(message);
    }

    /**
     * Makes a failure with the exception behind it.
     *
     * @param message which part, what is wrong, what to do
     * @param cause what the system said
     */
    public PartFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
