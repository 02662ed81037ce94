/** What the mailbox promises. */
@NullMarked
package org.harmattan.parts.mailbox;

import org.jspecify.annotations.NullMarked;
