package org.harmattan.assessment;

import org.harmattan.schemas.audience.Audience;

/**
 * An entry that this core could not judge, or a region that it could not assess at it, for those who look for the cause.
 * No part of the state: messages and stacks differ between machines, and the ledger's outputs tell only that it failed.
 *
 * @param audience in whose view
 * @param causeSeq the entry's number in that audience
 * @param cause what was thrown; its message may name fields of a report and is not to be published
 */
public record FailedEntry(Audience audience, long causeSeq, RuntimeException cause) {}
