package org.harmattan.ingest.sending;

/** The broker did not take what was sent, as far as is known. */
public final class NotSent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotSent(String message) {
        super(message);
    }

    NotSent(String message, Throwable cause) {
        super(message, cause);
    }
}
