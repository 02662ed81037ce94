/** What a message holds, before it is written for a channel. It knows neither HTTP nor SMTP. */
@NullMarked
package org.harmattan.notifier.message;

import org.jspecify.annotations.NullMarked;
