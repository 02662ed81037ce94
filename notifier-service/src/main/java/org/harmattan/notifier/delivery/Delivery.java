package org.harmattan.notifier.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A message on its way to one subscription.
 *
 * @param id its id, the same over all attempts
 * @param subscriptionId whom it is for
 * @param stage where it stands
 * @param attempts attempts that were finished
 * @param dueAt when it leaves, or is tried again
 */
record Delivery(UUID id, UUID subscriptionId, Stage stage, int attempts, Instant dueAt) {

    /**
     * One alert that it tells of.
     *
     * @param alertId the alert
     * @param version the event
     * @param superseded whether a newer version is told by another delivery
     * @param released whether a person released it
     */
    record Carried(String alertId, int version, boolean superseded, boolean released) {}
}
