/** Tests of this room. */
@NullMarked
package org.harmattan.notifier.signup;

import org.jspecify.annotations.NullMarked;
