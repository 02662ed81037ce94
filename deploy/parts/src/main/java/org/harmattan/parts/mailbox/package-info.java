/**
 * A mailbox for a run on one machine: takes every mail over SMTP, keeps it, and shows it on a page and as JSON. It never
 * sends mail anywhere.
 */
@NullMarked
package org.harmattan.parts.mailbox;

import org.jspecify.annotations.NullMarked;
