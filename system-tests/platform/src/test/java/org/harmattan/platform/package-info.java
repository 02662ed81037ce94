/** That each provider gives what the interface promises. */
@NullMarked
package org.harmattan.platform;

import org.jspecify.annotations.NullMarked;
