package org.harmattan.schemas.serde;

import org.apache.avro.Schema;

/** The registry as a serde needs it: ids of schemas and schemas of ids. It never registers. */
public interface SchemaIds {

    /**
     * The id under which the subject holds exactly this schema.
     *
     * @throws SchemaUnavailable when the subject does not hold it, or the registry does not answer
     */
    int idOf(String subject, Schema schema);

    /**
     * The schema with this id.
     *
     * @throws SchemaUnavailable when there is none, or the registry does not answer
     */
    Schema schemaOf(int id);
}
