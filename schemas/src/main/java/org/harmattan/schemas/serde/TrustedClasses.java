package org.harmattan.schemas.serde;

import org.apache.avro.util.ClassSecurityValidator;

/** Tells Avro once that the classes generated from our contracts may be made from data; it trusts none by itself. */
public final class TrustedClasses {

    private static final String OURS = "org.harmattan.schemas.";

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(OURS)));
    }

    private TrustedClasses() {}

    /** Idempotent. Every path that reads or writes records calls it. */
    public static void install() {
        // the static initialiser has done it
    }
}
