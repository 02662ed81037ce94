package org.harmattan.ingest.sending;

/**
 * Where the broker keeps a record.
 *
 * @param topic full name
 * @param partition from 0
 * @param offset from 0
 */
public record Sent(String topic, int partition, long offset) {}
