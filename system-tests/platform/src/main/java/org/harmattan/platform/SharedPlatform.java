package org.harmattan.platform;

/** Starts the one platform of this JVM. */
final class SharedPlatform {

    private static final Platform PLATFORM = start();

    private SharedPlatform() {}

    static Platform get() {
        return PLATFORM;
    }

    private static Platform start() {
        Platform platform = new EmbeddedPlatform();
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "platform-end"));
        return platform;
    }
}
