package org.harmattan.parts.mailbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.harmattan.parts.PartFailure;

/**
 * The mails, newest first, each also a file that any mail program opens. Holds at most a number of them: the oldest goes
 * when one more comes.
 */
final class MailStore {
    private static final String ENDING = ".eml";
    private static final String SENDER = "Return-Path";
    private static final String RECIPIENT = "Delivered-To";

    private final Path folder;
    private final int capacity;
    private final Deque<Mail> newestFirst = new ArrayDeque<>();
    private long lastNumber;

    /**
     * Opens the store and reads what is there.
     *
     * @param folder where the files lie
     * @param capacity how many mails it holds, at least 1
     */
    MailStore(Path folder, int capacity) {
        this.folder = folder;
        this.capacity = capacity;
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> oldestFirst = files.filter(
                                file -> String.valueOf(file.getFileName()).endsWith(ENDING))
                        .sorted()
                        .toList();
                for (Path file : oldestFirst) {
                    newestFirst.addFirst(load(file));
                }
            }
        } catch (IOException e) {
            throw new PartFailure("The mailbox in " + folder + " cannot be read: " + e.getMessage(), e);
        }
        lastNumber =
                newestFirst.stream().mapToLong(mail -> number(mail.id())).max().orElse(0);
    }

    /**
     * Keeps a mail: it is on disk when this returns.
     *
     * @throws IOException if it cannot be written; it is then not kept
     */
    synchronized Mail add(Instant receivedAt, String from, List<String> to, byte[] content) throws IOException {
        String id = "%010d-%d".formatted(lastNumber + 1, receivedAt.toEpochMilli());
        byte[] stored = withEnvelope(from, to, content);
        Path fresh = folder.resolve(id + ".new");
        Files.write(fresh, stored);
        Files.move(fresh, folder.resolve(id + ENDING), StandardCopyOption.ATOMIC_MOVE);
        lastNumber++;
        Mail mail = Mail.read(id, Instant.ofEpochMilli(receivedAt.toEpochMilli()), from, to, stored);
        newestFirst.addFirst(mail);
        while (newestFirst.size() > capacity) {
            Files.deleteIfExists(folder.resolve(newestFirst.removeLast().id() + ENDING));
        }
        return mail;
    }

    /** All of them, newest first. */
    synchronized List<Mail> all() {
        return new ArrayList<>(newestFirst);
    }

    /** The one with that id. */
    synchronized Optional<Mail> find(String id) {
        return newestFirst.stream().filter(mail -> mail.id().equals(id)).findFirst();
    }

    /** Removes all mails, files too. */
    synchronized void clear() throws IOException {
        for (Mail mail : newestFirst) {
            Files.deleteIfExists(folder.resolve(mail.id() + ENDING));
        }
        newestFirst.clear();
    }

    private static Mail load(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String name = String.valueOf(file.getFileName());
        String id = name.substring(0, name.length() - ENDING.length());
        String from = "";
        List<String> to = new ArrayList<>();
        // The envelope is the block of lines that withEnvelope put on top, in plain ASCII.
        for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
            if (line.startsWith(SENDER + ": <")) {
                from = address(line);
            } else if (line.startsWith(RECIPIENT + ": <")) {
                to.add(address(line));
            } else {
                break;
            }
        }
        Instant receivedAt = Instant.ofEpochMilli(Long.parseLong(id.substring(id.indexOf('-') + 1)));
        return Mail.read(id, receivedAt, from, to, bytes);
    }

    private static String address(String line) {
        return line.substring(line.indexOf('<') + 1, line.lastIndexOf('>'));
    }

    private static byte[] withEnvelope(String from, List<String> to, byte[] content) throws IOException {
        StringBuilder envelope = new StringBuilder(SENDER + ": <" + oneLine(from) + ">\r\n");
        to.forEach(recipient -> envelope.append(RECIPIENT)
                .append(": <")
                .append(oneLine(recipient))
                .append(">\r\n"));
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + envelope.length());
        out.write(envelope.toString().getBytes(StandardCharsets.UTF_8));
        out.write(content);
        return out.toByteArray();
    }

    private static String oneLine(String address) {
        return address.replaceAll("\\p{Cntrl}", "");
    }

    private static long number(String id) {
        return Arrays.stream(id.split("-")).findFirst().map(Long::parseLong).orElse(0L);
    }
}
