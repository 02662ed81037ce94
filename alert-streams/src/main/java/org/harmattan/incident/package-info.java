/**
 * From reports to incidents: what one audience may see of an entry, which incidents the standing reports of a region tell
 * of, how sure each is and over which days it spreads. A function of the set of reports, never of the order in which they
 * came; no forecast, alert, clock, file or topic ever enters it.
 */
@NullMarked
package org.harmattan.incident;

import org.jspecify.annotations.NullMarked;
