package org.harmattan.notifier.webhook;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * What webhook addresses are allowed, {@code harmattan.webhook.*}.
 *
 * @param allowLoopback whether this machine's own addresses are (the embedded run allows them)
 * @param allowPrivateNetworks whether private and link-local networks are
 */
@ConfigurationProperties("harmattan.webhook")
public record WebhookSettings(
        @Bindable(defaultValue = "false") boolean allowLoopback,
        @Bindable(defaultValue = "false") boolean allowPrivateNetworks) {}
