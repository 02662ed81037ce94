package org.harmattan.explanation;

import java.util.ArrayList;
import java.util.List;
import org.harmattan.schemas.assessment.AlertChange;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.AlertState;
import org.harmattan.schemas.assessment.Figures;
import org.jspecify.annotations.Nullable;

/** Decides what is said of an alert's event, in which order, and what is left unsaid. */
final class AlertWording {

    /** Further parts are each so small that a reader gains nothing. */
    private static final int SHOWN_REASONS = 8;

    /** The contract names at most this many incidents. */
    private static final int EVIDENCE_LIMIT = 50;

    private final Phrases phrases;
    private final Phrases.Gazetteer places;

    AlertWording(Phrases phrases, Phrases.Gazetteer places) {
        this.phrases = phrases;
        this.places = places;
    }

    Explanation of(AlertEvent event) {
        Place place = places.place(event.getRegion());
        String headline = phrases.headline(event, place);
        if (event.getExercise()) {
            headline = phrases.exerciseMark() + " \u2013 " + headline;
        }
        boolean ended = event.getState() == AlertState.ENDED;
        @Nullable Figures figures = event.getFigures();
        return new Explanation(
                phrases.terms().language(),
                place,
                phrases.terms().typeset(headline),
                typeset(change(event)),
                ended ? List.of() : typeset(why(event)),
                typeset(confidence(event, figures, ended)),
                typeset(ended ? List.of(phrases.ended()) : phrases.clearing(event)),
                typeset(meaning(event, figures, ended)),
                Explainer.label(event.getTlp()),
                phrases.terms().typeset(phrases.tlpLine(event.getTlp())),
                shortForm(event, place));
    }

    private List<String> change(AlertEvent event) {
        List<String> sentences = new ArrayList<>();
        if (event.getExercise()) {
            sentences.add(phrases.exercise());
        }
        sentences.addAll(phrases.change(event));
        sentences.add(phrases.valueAndThreshold(event));
        if (event.getChange() != AlertChange.RAISED) {
            sentences.add(phrases.firstRaised(event.getRaisedAt()));
        }
        return sentences;
    }

    private List<String> why(AlertEvent event) {
        List<String> sentences = new ArrayList<>();
        event.getReasons().stream()
                .limit(SHOWN_REASONS)
                .forEach(reason -> sentences.add(phrases.reason(reason, places)));
        int incidents = event.getEvidence().size();
        if (incidents > 0) {
            sentences.add(phrases.evidence(incidents, incidents >= EVIDENCE_LIMIT));
        }
        return sentences;
    }

    private List<String> confidence(AlertEvent event, @Nullable Figures figures, boolean ended) {
        List<String> sentences = new ArrayList<>();
        if (figures != null) {
            sentences.add(phrases.expected(figures));
            sentences.add(phrases.recorded(figures));
        }
        sentences.add(phrases.sources(event.getSources()));
        if (!ended && event.getUncappedLevel().compareTo(event.getLevel()) > 0) {
            sentences.add(phrases.capped(event.getLevel(), event.getUncappedLevel()));
        }
        sentences.add(phrases.onlyWhatIsReported());
        return sentences;
    }

    private List<String> meaning(AlertEvent event, @Nullable Figures figures, boolean ended) {
        if (ended) {
            return List.of(phrases.endIsNotSafety(event));
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(phrases.meaning(event));
        switch (event.getMetric()) {
            case ESCALATION -> {
                if (figures != null && figures.getLast30DaysMilli() >= figures.getMarkedlyWorseMilli()) {
                    sentences.add(phrases.alreadyUnderWay(figures));
                }
                sentences.add(phrases.notCertain());
            }
            case SPILL_OVER, ATTACK_PROBABILITY, EXPECTED_INCIDENTS, UNKNOWN -> sentences.add(phrases.notCertain());
            case SILENCE -> {
                // its meaning already says what silence does not mean
            }
        }
        return sentences;
    }

    private List<String> typeset(List<String> sentences) {
        return sentences.stream().map(phrases.terms()::typeset).toList();
    }

    /** As much as fits in one text message; the label always does, the region's name is the first to be cut. */
    private String shortForm(AlertEvent event, Place place) {
        String mark = event.getExercise() ? phrases.exerciseMark() + " " : "";
        String label = " " + Explainer.label(event.getTlp());
        String time = ". " + phrases.terms().shortTime(event.getAt()) + ".";
        String code = " (" + place.code() + ")";
        int room = Gsm7.ONE_MESSAGE - (mark + time + label).length();
        String full = Gsm7.of(phrases.brief(event, place.name() + code + ", " + place.country()));
        if (full.length() > room) {
            full = Gsm7.of(phrases.brief(event, place.name() + code));
        }
        if (full.length() > room) {
            full = Gsm7.of(phrases.brief(event, place.code()));
        }
        return Gsm7.of(mark + (full.length() > room ? full.substring(0, room) : full) + time + label);
    }
}
