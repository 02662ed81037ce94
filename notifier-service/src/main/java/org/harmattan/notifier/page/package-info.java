/** The few pages that a link in a mail opens, in the reader's language, without script. */
@NullMarked
package org.harmattan.notifier.page;

import org.jspecify.annotations.NullMarked;
