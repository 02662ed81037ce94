package org.harmattan.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.harmattan.parts.PartFailure;

/**
 * The keys of a run, in a file that only its owner can read. Made once; a name that is missing is added.
 *
 * @param file where they are
 * @param byName key by name: the three roles and {@code source.local}
 */
record RunKeys(Path file, Map<String, String> byName) {

    private static final String LOCAL_SOURCE = "source.local";
    private static final List<String> NAMES = List.of("administrator", "watchOfficer", "analyst", LOCAL_SOURCE);
    private static final int KEY_BYTES = 32;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    RunKeys {
        byName = Map.copyOf(byName);
    }

    /**
     * Reads {@code keys.json}, or makes it.
     *
     * @throws PartFailure if it cannot be read or written, or is no such file
     */
    static RunKeys in(Path data) {
        Path file = data.resolve("keys.json");
        try {
            Map<String, String> keys = Files.exists(file) ? read(file) : new LinkedHashMap<>();
            if (!keys.keySet().containsAll(NAMES)) {
                NAMES.forEach(name -> keys.computeIfAbsent(name, missing -> newKey()));
                write(file, keys);
            }
            return new RunKeys(file, keys);
        } catch (IOException e) {
            throw new PartFailure("The keys in " + file + " cannot be read or written: " + e.getMessage(), e);
        }
    }

    /** SHA-256 of the local source's key, lower-case hex: all that a topic may know of it. */
    String localSourceDigest() {
        String key = byName.get(LOCAL_SOURCE);
        if (key == null) {
            throw new IllegalStateException("every set of keys has one for the local source");
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Map<String, String> read(Path file) throws IOException {
        JsonNode root;
        try {
            root = JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            // its message would quote the file, which is full of keys
            throw unusable(file, "is not JSON at line " + e.getLocation().getLineNr());
        }
        if (!root.isObject()) {
            throw unusable(file, "is no JSON object of name and key");
        }
        Map<String, String> keys = new LinkedHashMap<>();
        root.properties()
                .forEach(entry -> keys.put(entry.getKey(), entry.getValue().asText()));
        return keys;
    }

    private static PartFailure unusable(Path file, String problem) {
        return new PartFailure(
                "The file of keys " + file + " " + problem + ". Mend it, or move it away: new keys are made then.");
    }

    private static void write(Path file, Map<String, String> keys) throws IOException {
        Path fresh = file.resolveSibling("keys.json.new");
        Files.deleteIfExists(fresh);
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(fresh, owner);
        Files.write(fresh, JSON.writeValueAsBytes(keys));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String newKey() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    @Override
    public String toString() {
        // a record would print the keys
        return "RunKeys[" + file + "]";
    }
}
