package org.harmattan.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Reads a live stream until it is closed. */
final class SseReader implements AutoCloseable {

    /** One event; a comment has the name {@code comment}. */
    record SseEvent(String name, String id, String data) {}

    private final List<SseEvent> events = new CopyOnWriteArrayList<>();
    private final Stream<String> lines;
    private final Thread thread;

    private SseReader(Stream<String> lines) {
        this.lines = lines;
        this.thread = new Thread(this::read, "sse-reader");
        thread.setDaemon(true);
        thread.start();
    }

    static SseReader open(HttpClient client, HttpRequest request) {
        try {
            return new SseReader(
                    client.send(request, HttpResponse.BodyHandlers.ofLines()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        String name = "message";
        String id = "";
        List<String> data = new ArrayList<>();
        try {
            for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
                String line = each.next();
                if (line.startsWith(":")) {
                    events.add(new SseEvent("comment", "", line.substring(1).strip()));
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    data.add(line.substring(5).strip());
                } else if (line.isEmpty() && !data.isEmpty()) {
                    events.add(new SseEvent(name, id, String.join("\n", data)));
                    name = "message";
                    id = "";
                    data.clear();
                }
            }
        } catch (UncheckedIOException e) {
            events.add(new SseEvent("closed", "", ""));
        }
    }

    /** All that came so far. */
    List<SseEvent> events() {
        return List.copyOf(events);
    }

    /** What came so far under a name. */
    List<SseEvent> events(String name) {
        return events.stream().filter(event -> event.name().equals(name)).toList();
    }

    /** Whether anything that came holds the text. */
    boolean told(String text) {
        return events.stream().anyMatch(event -> event.data().contains(text));
    }

    /** Whether the other side has ended it. */
    boolean hasEnded() {
        return !thread.isAlive();
    }

    @Override
    public void close() {
        lines.close();
    }
}
