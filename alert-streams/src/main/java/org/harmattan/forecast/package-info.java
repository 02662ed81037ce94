/**
 * How many incidents a region is to expect in the coming 30 days, how sure that is and what it comes from: day counts and
 * parameters in, quantised figures out. No report, alert, clock, file or topic ever enters it, and of mathematics beyond the
 * four operations only {@link java.lang.StrictMath}, so that every machine computes the same bits.
 */
@NullMarked
package org.harmattan.forecast;

import org.jspecify.annotations.NullMarked;
