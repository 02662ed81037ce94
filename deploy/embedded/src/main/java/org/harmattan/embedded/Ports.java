package org.harmattan.embedded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.harmattan.parts.LoopbackPorts;
import org.harmattan.parts.PartFailure;

/**
 * Where everything listens, on loopback.
 *
 * @param offset added to every port, 0 to {@value #LARGEST_OFFSET}
 */
record Ports(int offset) {

    /** So that the highest port stays below 65536. */
    static final int LARGEST_OFFSET = 56_000;

    Ports {
        if (offset < 0 || offset > LARGEST_OFFSET) {
            throw new PartFailure("--port-offset " + offset + " is out of range: choose 0 to " + LARGEST_OFFSET + ".");
        }
    }

    int console() {
        return 8080 + offset;
    }

    int ingest() {
        return 8081 + offset;
    }

    int notifier() {
        return 8082 + offset;
    }

    int streams() {
        return 8083 + offset;
    }

    int mailboxPage() {
        return 8084 + offset;
    }

    int registry() {
        return 8085 + offset;
    }

    int kafka() {
        return 9092 + offset;
    }

    int postgres() {
        return 5433 + offset;
    }

    int smtp() {
        return 3025 + offset;
    }

    /** The address of a page or service on one of these ports. */
    static String url(int port) {
        return "http://" + LoopbackPorts.HOST + ":" + port;
    }

    /**
     * Looks at all ports before anything is started, so that every taken one is named at once.
     *
     * @throws PartFailure if one or more are taken; a line each
     */
    void check() {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        wanted.put("the operations console", console());
        wanted.put("ingest-service", ingest());
        wanted.put("notifier-service", notifier());
        wanted.put("alert-streams", streams());
        wanted.put("the mailbox's page", mailboxPage());
        wanted.put("the schema registry", registry());
        wanted.put("the Kafka broker", kafka());
        wanted.put("PostgreSQL", postgres());
        wanted.put("the mailbox's SMTP server", smtp());
        List<String> taken = new ArrayList<>();
        wanted.forEach((part, port) -> {
            try {
                LoopbackPorts.claim(part, port);
            } catch (PartFailure failure) {
                taken.add(String.valueOf(failure.getMessage()));
            }
        });
        if (!taken.isEmpty()) {
            throw new PartFailure(String.join(System.lineSeparator(), taken));
        }
    }
}
