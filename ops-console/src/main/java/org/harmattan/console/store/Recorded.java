package org.harmattan.console.store;

/**
 * A value and the bytes it was on its topic.
 *
 * @param value what the bytes say
 * @param record the bytes, in Confluent's wire format; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // passed through to the database, never compared
public record Recorded<V>(V value, byte[] record) {}
