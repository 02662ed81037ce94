package org.harmattan.schemas.serde;

/** How a subject may evolve, in the registry's own words. */
public enum Compatibility {
    /** A new schema reads everything that was ever written: for logs kept for ever. */
    BACKWARD_TRANSITIVE,
    /** And every earlier schema reads what the new one writes: for what outsiders read. */
    FULL_TRANSITIVE
}
