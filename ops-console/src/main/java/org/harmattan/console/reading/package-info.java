/**
 * From topics to the store: one thread a group of topics, rows and offsets in one transaction. No HTTP enters.
 */
@NullMarked
package org.harmattan.console.reading;

import org.jspecify.annotations.NullMarked;
