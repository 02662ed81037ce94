/**
 * The fold of a theatre's ledger into incidents, scores and alerts, for both audiences side by side. A pure function of the
 * entries: no topic, clock, randomness, configuration or file ever enters it.
 */
@NullMarked
package org.harmattan.assessment;

import org.jspecify.annotations.NullMarked;
