/** Messages by SMTP, as plain text. It decides nothing about who is told. */
@NullMarked
package org.harmattan.notifier.mail;

import org.jspecify.annotations.NullMarked;
