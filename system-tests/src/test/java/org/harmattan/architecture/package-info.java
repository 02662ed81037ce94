/** Rules that hold across all modules. Each is a sentence of the design; nothing is ever excepted from one. */
@NullMarked
package org.harmattan.architecture;

import org.jspecify.annotations.NullMarked;
