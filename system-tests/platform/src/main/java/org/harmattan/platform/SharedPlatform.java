package org.harmattan.platform;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses the provider, and holds the one platform of this JVM. */
final class SharedPlatform {
    private static @Nullable Platform shared;

    private SharedPlatform() {}

    static synchronized Platform get() {
        Platform platform = shared;
        if (platform == null) {
            platform = start();
            shared = platform;
            Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "test-platform-closer"));
        }
        return platform;
    }

    static Platform start() {
        String choice = Optional.ofNullable(System.getProperty(Platform.CHOICE))
                .or(() -> Optional.ofNullable(System.getenv(Platform.CHOICE)))
                .orElse("embedded");
        return switch (choice) {
            case "embedded" -> EmbeddedPlatform.start();
            case "containers" -> ContainerPlatform.start();
            default ->
                throw new IllegalStateException(
                        Platform.CHOICE + " is \"" + choice + "\"; it may be embedded or containers");
        };
    }
}
