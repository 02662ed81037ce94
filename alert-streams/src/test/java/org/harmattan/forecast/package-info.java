/** The model's published numbers, and what its parts promise. */
@NullMarked
package org.harmattan.forecast;

import org.jspecify.annotations.NullMarked;
