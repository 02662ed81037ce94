package org.harmattan.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.Role;

/**
 * The keys of roles, read once at start from {@code harmattan.keys-file}: a JSON object of name and key. Entries named
 * {@code source.<id>} are there for people's convenience and are not looked at: a source's key is checked against the
 * source registry. Without a file nobody holds a role.
 */
@Context
public final class Keys {

    /** A shorter key could be guessed. */
    static final int SHORTEST_KEY = 16;

    private static final Map<String, Principal> ROLES = Map.of(
            "administrator", new Principal(Role.ADMINISTRATOR, Audience.RESTRICTED, Optional.empty()),
            "watchOfficer", new Principal(Role.WATCH_OFFICER, Audience.RESTRICTED, Optional.empty()),
            "analyst", new Principal(Role.ANALYST, Audience.RESTRICTED, Optional.empty()));

    private final Map<String, Principal> byDigest;

    @Inject
    Keys(@Property(name = "harmattan.keys-file") Optional<Path> file) {
        this(file.map(Keys::read).orElse(Map.of()));
    }

    private Keys(Map<String, Principal> byDigest) {
        this.byDigest = byDigest;
    }

    /**
     * The holder of a role's key.
     *
     * @param digest SHA-256 of the key that was sent, lower-case hex
     */
    Optional<Principal> find(String digest) {
        Optional<Principal> found = Optional.empty();
        for (Map.Entry<String, Principal> entry : byDigest.entrySet()) {
            // no early end: the time must not tell which key was nearly hit
            if (KeyDigest.same(entry.getKey(), digest)) {
                found = Optional.of(entry.getValue());
            }
        }
        return found;
    }

    private static Map<String, Principal> read(Path file) {
        JsonNode root = parse(file);
        if (!root.isObject()) {
            throw unusable(file, "must be a JSON object of name and key");
        }
        Map<String, Principal> keys = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            String name = entry.getKey();
            if (name.startsWith("source.")) {
                continue;
            }
            Principal principal = ROLES.get(name);
            if (principal == null) {
                throw unusable(
                        file,
                        "'" + name
                                + "' is no role: the names are administrator, watchOfficer, analyst and source.<id>");
            }
            String key = entry.getValue().asText();
            if (!entry.getValue().isTextual() || key.length() < SHORTEST_KEY) {
                throw unusable(
                        file,
                        "the key of '" + name + "' must be a text of at least " + SHORTEST_KEY
                                + " characters; make one with 'openssl rand -base64 32'");
            }
            keys.put(KeyDigest.of(key), principal);
        }
        return keys;
    }

    private static JsonNode parse(Path file) {
        try {
            return new ObjectMapper().readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            // its message would quote the file, which is full of keys
            throw unusable(file, "is not JSON at line " + e.getLocation().getLineNr());
        } catch (IOException e) {
            throw new IllegalStateException("harmattan.keys-file: " + file + " cannot be read", e);
        }
    }

    private static IllegalStateException unusable(Path file, String problem) {
        return new IllegalStateException("harmattan.keys-file: " + file + ": " + problem);
    }
}
