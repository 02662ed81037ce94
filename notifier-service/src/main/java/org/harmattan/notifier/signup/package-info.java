/** The HTTP doors for subscriptions: create, change, end, confirm, test. */
@NullMarked
package org.harmattan.notifier.signup;

import org.jspecify.annotations.NullMarked;
