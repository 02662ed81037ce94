/**
 * How the page is served: its headers. The page itself lies beside, in the resources.
 */
@NullMarked
package org.harmattan.console.page;

import org.jspecify.annotations.NullMarked;
