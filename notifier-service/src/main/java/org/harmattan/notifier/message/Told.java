package org.harmattan.notifier.message;

import org.harmattan.explanation.Explanation;
import org.harmattan.schemas.assessment.AlertEvent;

/**
 * One alert in a message.
 *
 * @param event the event, with all its numbers
 * @param words what it says, in the reader's language
 * @param released whether it is sent late, by a person's word
 */
public record Told(AlertEvent event, Explanation words, boolean released) {}
