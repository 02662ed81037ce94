/**
 * The sequencer: decides what becomes of whatever wants to happen to a theatre, and keeps what it must remember as a function
 * of the entries it appended. Values in, values out, the wall clock passed in: no topic, clock, randomness or file ever
 * enters it.
 */
@NullMarked
package org.harmattan.ledger;

import org.jspecify.annotations.NullMarked;
