package org.harmattan.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.harmattan.console.OpsConsole;
import org.harmattan.ingest.IngestService;
import org.harmattan.notifier.NotifierService;
import org.harmattan.parts.Database;
import org.harmattan.parts.LoopbackPorts;
import org.harmattan.streams.AlertStreams;

/**
 * The four services and what each is told, in the order in which they are started: one after the other, since contexts
 * that start side by side in one process have raced.
 */
record Services(Ports ports, Parts parts, RunKeys keys, Path data) {

    List<ServiceStart> all() {
        return List.of(
                new ServiceStart("ingest-service", ports.ingest(), common(ports.ingest()), IngestService::start),
                new ServiceStart("alert-streams", ports.streams(), streams(), AlertStreams::start),
                new ServiceStart("notifier-service", ports.notifier(), notifier(), NotifierService::start),
                new ServiceStart("ops-console", ports.console(), withDatabase(ports.console()), OpsConsole::start));
    }

    private Map<String, Object> streams() {
        Map<String, Object> told = common(ports.streams());
        told.put("harmattan.streams.state-dir", data.resolve("streams").toString());
        // there is no second instance that could stand by
        told.put("harmattan.streams.standby-replicas", 0);
        return told;
    }

    private Map<String, Object> notifier() {
        Map<String, Object> told = withDatabase(ports.notifier());
        told.put("harmattan.public-url", Ports.url(ports.notifier()));
        told.put("harmattan.board-url", Ports.url(ports.console()));
        told.put("harmattan.mail.host", LoopbackPorts.HOST);
        told.put("harmattan.mail.port", ports.smtp());
        // receivers on this machine are what a run on one machine is for
        told.put("harmattan.webhook.allow-loopback", true);
        return told;
    }

    /** What all of them are told. */
    private Map<String, Object> common(int port) {
        Map<String, Object> told = new HashMap<>();
        told.put("micronaut.server.host", LoopbackPorts.HOST);
        told.put("micronaut.server.port", port);
        told.put("harmattan.kafka.bootstrap-servers", parts.broker().bootstrapServers());
        told.put("harmattan.registry.url", parts.registry().url());
        told.put("harmattan.keys-file", keys.file().toString());
        return told;
    }

    private Map<String, Object> withDatabase(int port) {
        Map<String, Object> told = common(port);
        told.put("datasources.default.url", parts.databaseUrl());
        told.put("datasources.default.username", Database.USER);
        told.put("datasources.default.password", parts.database().password());
        return told;
    }
}
