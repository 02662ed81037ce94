/**
 * The two schemas of PostgreSQL: {@code read}, made from topics and droppable, and {@code texts}, where free text lives.
 * All SQL is here; what a row means to a reader is not.
 */
@NullMarked
package org.harmattan.console.store;

import org.jspecify.annotations.NullMarked;
