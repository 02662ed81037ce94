/**
 * The outlines of regions and countries, simplified once at start for drawing. Nothing that changes enters.
 */
@NullMarked
package org.harmattan.console.map;

import org.jspecify.annotations.NullMarked;
