package org.harmattan.console.view;

import jakarta.inject.Singleton;
import java.util.List;
import org.harmattan.console.store.Assessments;
import org.harmattan.console.store.Texts;
import org.harmattan.explanation.Explainer;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.audience.Audience;

/** Puts an alert together: its event, its sentences, and people's words about it in the same audience. */
@Singleton
public final class Alerts {

    private final Explainer explainer;
    private final Assessments assessments;
    private final Texts texts;

    public Alerts(Explainer explainer, Assessments assessments, Texts texts) {
        this.explainer = explainer;
        this.assessments = assessments;
        this.texts = texts;
    }

    /** The alert as the audience of its event sees it. */
    public AlertView view(AlertEvent event) {
        Audience audience = event.getAudience();
        return AlertView.of(
                explainer,
                event,
                assessments.acknowledgedAt(audience, event.getAlertId()).orElse(null),
                notes(audience, event.getAlertId()));
    }

    /** One event of an alert's life without people's words, which belong to the alert as a whole. */
    public AlertView event(AlertEvent event) {
        return AlertView.of(explainer, event, null, List.of());
    }

    private List<AlertView.NoteView> notes(Audience audience, String alertId) {
        return texts.notesOn(audience, alertId).stream()
                .map(note -> new AlertView.NoteView(
                        note.commandId(), note.kind(), note.words(), note.role(), note.writtenAt()))
                .toList();
    }
}
