package org.harmattan.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.harmattan.console.OpsConsole;
import org.harmattan.ingest.IngestService;
import org.harmattan.parts.Database;
import org.harmattan.parts.LoopbackPorts;

/**
 * The four services and what each is told, in the order in which they are started: one after the other, since contexts
 * that start side by side in one process have raced.
 */
record Services(Ports ports, Parts parts, RunKeys keys, Path data) {

    List<ServiceStart> all() {
        return List.of(
                new ServiceStart("ingest-service", ports.ingest(), common(ports.ingest()), IngestService::start),
                new ServiceStart("ops-console", ports.console(), withDatabase(ports.console()), OpsConsole::start));
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
