package org.harmattan.console.view;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.harmattan.console.store.Assessments;
import org.harmattan.console.store.Texts;
import org.harmattan.explanation.Explainer;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.audience.Audience;

/** Puts alerts together: their events, their sentences, and people's words about them in the same audience. */
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

    /** The alerts as one audience sees them; every event must be of it. */
    public List<AlertView> views(Audience audience, List<AlertEvent> events) {
        List<String> ids = events.stream().map(AlertEvent::getAlertId).toList();
        Map<String, Instant> acknowledged = assessments.acknowledgedAt(audience, ids);
        Map<String, List<Texts.Note>> notes = texts.notesOn(audience, ids);
        return events.stream()
                .map(event -> AlertView.of(
                        explainer,
                        event,
                        acknowledged.get(event.getAlertId()),
                        notes.getOrDefault(event.getAlertId(), List.of()).stream()
                                .map(Alerts::note)
                                .toList()))
                .toList();
    }

    /** The alert as the audience of its event sees it. */
    public AlertView view(AlertEvent event) {
        return views(event.getAudience(), List.of(event)).get(0);
    }

    /** One event of an alert's life without people's words, which belong to the alert as a whole. */
    public AlertView event(AlertEvent event) {
        return AlertView.of(explainer, event, null, List.of());
    }

    private static AlertView.NoteView note(Texts.Note note) {
        return new AlertView.NoteView(note.commandId(), note.kind(), note.words(), note.role(), note.writtenAt());
    }
}
