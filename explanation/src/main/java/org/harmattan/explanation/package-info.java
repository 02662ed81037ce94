/**
 * What an alert or a score says, in plain French and English sentences made from its own numbers. No I/O, no clock and
 * no knowledge of how a message travels ever enters it.
 */
@NullMarked
package org.harmattan.explanation;

import org.jspecify.annotations.NullMarked;
