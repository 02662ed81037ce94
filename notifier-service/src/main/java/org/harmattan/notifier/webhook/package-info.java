/** Messages by HTTP as Standard Webhooks 1.0 say, and which addresses are refused. It decides nothing about who is told. */
@NullMarked
package org.harmattan.notifier.webhook;

import org.jspecify.annotations.NullMarked;
