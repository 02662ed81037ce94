/**
 * The life of an alert: a rule, what is true of a region at one moment, the alert in force if any, and the decision that
 * follows with its name. Values in, values out; no report, clock, file or topic ever enters it.
 */
@NullMarked
package org.harmattan.alert;

import org.jspecify.annotations.NullMarked;
