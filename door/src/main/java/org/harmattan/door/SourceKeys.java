package org.harmattan.door;

import java.util.Optional;

/** Keys of sources, where a service knows the source registry. A service that does not has no bean of this type. */
public interface SourceKeys {

    /**
     * The holder of a key.
     *
     * @param digest SHA-256 of the key, 64 lower-case hexadecimal digits
     * @return a principal with its source set, or empty when no source holds this key
     */
    Optional<Principal> find(String digest);
}
