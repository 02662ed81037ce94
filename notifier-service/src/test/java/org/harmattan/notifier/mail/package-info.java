/** Tests of this room. */
@NullMarked
package org.harmattan.notifier.mail;

import org.jspecify.annotations.NullMarked;
