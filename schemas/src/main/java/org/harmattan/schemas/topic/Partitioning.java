package org.harmattan.schemas.topic;

/** Which partition a record goes to. */
public enum Partitioning {
    /** By the hash of its key. */
    BY_KEY,
    /** The partition of its theatre, from the table in the region catalogue: so a theatre's records keep their order. */
    BY_THEATRE,
    /** There is only one. */
    SINGLE
}
