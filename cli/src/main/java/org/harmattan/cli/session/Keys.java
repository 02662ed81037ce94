package org.harmattan.cli.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the key that a command shows to a service. */
public final class Keys {

    private static final String FILE = "keys.json";
    private static final String VARIABLE = "HARMATTAN_KEY";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Keys() {}

    /**
     * The key given, else the environment's, else that of a name in the data folder's {@code keys.json}.
     *
     * @param given what the option said, blank without
     * @param data the data folder of the run
     * @param name an entry of {@code keys.json}, such as {@code administrator}
     * @throws CommandFailure if there is none
     */
    public static String find(String given, Path data, String name) {
        if (!given.isBlank()) {
            return given.trim();
        }
        String environment = System.getenv(VARIABLE);
        if (environment != null && !environment.isBlank()) {
            return environment.trim();
        }
        Path file = data.resolve(FILE);
        String advice = ": give --key or " + VARIABLE + ", or name the run's data folder with --data";
        if (!Files.isReadable(file)) {
            throw new CommandFailure("there is no key in " + file + advice);
        }
        JsonNode key;
        try {
            key = JSON.readTree(file.toFile()).path(name);
        } catch (IOException e) {
            throw new CommandFailure("the keys in " + file + " cannot be read" + advice, e);
        }
        if (key.asText().isBlank()) {
            throw new CommandFailure("there is no key '" + name + "' in " + file + advice);
        }
        return key.asText();
    }
}
