package org.harmattan.schemas.serde;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/** A real registry that speaks Confluent's REST API. The only class that touches Confluent's client. Thread-safe. */
public final class ConfluentRegistry implements SchemaIds, Subjects, AutoCloseable {

    private static final int CACHED_SCHEMAS = 1_000;
    private static final int NOT_FOUND = 404;

    private final String url;
    private final SchemaRegistryClient client;

    /**
     * Connects lazily.
     *
     * @param url base address of the API, for instance {@code http://localhost:8085/apis/ccompat/v7}
     */
    public ConfluentRegistry(String url) {
        TrustedClasses.install();
        this.url = url;
        this.client = new CachedSchemaRegistryClient(url, CACHED_SCHEMAS, Map.of());
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return ask("look up the schema of " + subject, () -> client.getId(subject, new AvroSchema(schema)))
                .orElseThrow(() -> new SchemaUnavailable("the registry at " + url
                        + " does not hold this build's schema of " + subject + ": run 'harmattan topics apply'"));
    }

    @Override
    public Schema schemaOf(int id) {
        return ask("read schema " + id, () -> ((AvroSchema) client.getSchemaById(id)).rawSchema())
                .orElseThrow(() -> new SchemaUnavailable("the registry at " + url + " has no schema with id " + id));
    }

    @Override
    public List<Schema> versions(String subject) {
        List<Schema> schemas = new ArrayList<>();
        for (int version : ask("list versions of " + subject, () -> client.getAllVersions(subject))
                .orElse(List.of())) {
            schemas.add(ask(
                            "read version " + version + " of " + subject,
                            () -> new Schema.Parser()
                                    .parse(client.getSchemaMetadata(subject, version)
                                            .getSchema()))
                    .orElseThrow(() -> new SchemaUnavailable(subject + ": version " + version + " is gone")));
        }
        return schemas;
    }

    @Override
    public Optional<String> compatibility(String subject) {
        return ask("read the compatibility of " + subject, () -> client.getCompatibility(subject));
    }

    @Override
    public void setCompatibility(String subject, Compatibility level) {
        ask("set the compatibility of " + subject, () -> {
            // the answer is null with some registries: read it back
            client.updateCompatibility(subject, level.name());
            return level;
        });
        String now = compatibility(subject).orElse("none");
        if (!now.equals(level.name())) {
            throw new SchemaUnavailable(
                    "the registry at " + url + " was told to keep " + subject + " " + level + " but says " + now);
        }
    }

    @Override
    public int register(String subject, Schema schema) {
        return ask("register " + subject, () -> client.register(subject, new AvroSchema(schema)))
                .orElseThrow(() -> new SchemaUnavailable("the registry at " + url + " did not take " + subject));
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private <T> Optional<T> ask(String what, Question<T> question) {
        try {
            return Optional.ofNullable(question.ask());
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                return Optional.empty();
            }
            throw new SchemaUnavailable(
                    "could not " + what + ": the registry at " + url + " answered " + e.getMessage(), e);
        } catch (IOException e) {
            throw new SchemaUnavailable("could not " + what + ": the registry at " + url + " does not answer", e);
        }
    }

    private interface Question<T> {
        T ask() throws IOException, RestClientException;
    }
}
