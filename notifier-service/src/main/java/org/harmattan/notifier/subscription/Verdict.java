package org.harmattan.notifier.subscription;

import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.AlertState;
import org.harmattan.schemas.command.Level;

/** Whether a subscription is told of an event, by name. */
public enum Verdict {
    /** The alert reached the subscription's minimum level. */
    REACHED_LEVEL(true),
    /** Its reader was told of this alert before, and must not be left with what is no longer so. */
    FOLLOWS_UP(true),
    /** A person released an alert that is in force. */
    RELEASED(true),
    /** The alert's level is below the minimum, and its reader knows nothing of it. */
    BELOW_MINIMUM(false),
    /** The event changes what its reader was never told. */
    NEVER_TOLD(false),
    /** The region is not in the scope. */
    OUT_OF_SCOPE(false),
    /** People's work on an alert is for the board, not for messages. */
    NOT_FOR_MESSAGES(false),
    /** A drill, which nobody has asked for. */
    EXERCISE_NOT_WANTED(false);

    private final boolean told;

    Verdict(boolean told) {
        this.told = told;
    }

    /** Whether a message is due. */
    public boolean isTold() {
        return told;
    }

    /**
     * The verdict on an event as it arrives. What changes an alert in force whose first message has not left is told in
     * that message's place, by the same measure.
     *
     * @param toldBefore whether a message about this alert was sent, or at least tried, to this subscription
     * @param pending whether a message about this alert has still to arrive
     */
    public static Verdict of(Subscription subscription, AlertEvent event, boolean toldBefore, boolean pending) {
        return switch (event.getChange()) {
            case ACKNOWLEDGED, ASSIGNED, COMMENTED, SILENCED, UNKNOWN -> NOT_FOR_MESSAGES;
            case RAISED, ESCALATED -> onTheWayUp(subscription, event, toldBefore);
            case DE_ESCALATED, CORRECTED ->
                pending && !toldBefore && event.getState() == AlertState.OPEN
                        ? onTheWayUp(subscription, event, false)
                        : followUp(event, toldBefore);
            case WITHDRAWN, CLEARED -> followUp(event, toldBefore);
        };
    }

    private static Verdict followUp(AlertEvent event, boolean toldBefore) {
        return event.getExercise() ? EXERCISE_NOT_WANTED : toldBefore ? FOLLOWS_UP : NEVER_TOLD;
    }

    /** The verdict on an alert in force that a person releases: whoever would be told had it just been raised. */
    public static Verdict ofReleased(Subscription subscription, AlertEvent event, boolean toldBefore) {
        Verdict verdict = onTheWayUp(subscription, event, toldBefore);
        return verdict == REACHED_LEVEL ? RELEASED : verdict;
    }

    private static Verdict onTheWayUp(Subscription subscription, AlertEvent event, boolean toldBefore) {
        if (event.getExercise()) {
            return EXERCISE_NOT_WANTED;
        }
        if (!toldBefore && !subscription.scope().covers(event.getRegion(), event.getCountry())) {
            return OUT_OF_SCOPE;
        }
        if (reaches(event.getLevel(), subscription.minimumLevel())) {
            return REACHED_LEVEL;
        }
        return toldBefore ? FOLLOWS_UP : BELOW_MINIMUM;
    }

    private static boolean reaches(Level level, Level minimum) {
        return level.compareTo(Level.NONE) > 0 && level.compareTo(minimum) >= 0;
    }
}
