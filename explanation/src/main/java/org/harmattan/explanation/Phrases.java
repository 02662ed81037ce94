package org.harmattan.explanation;

import java.time.Instant;
import java.util.List;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.Figures;
import org.harmattan.schemas.assessment.Reason;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.command.Level;

/**
 * The sentences of one language. What is said, and when, is decided by {@link AlertWording} and {@link ScoreWording}; here
 * is only how.
 */
interface Phrases {

    Terms terms();

    /** One line; the exercise's mark comes before it. */
    String headline(AlertEvent event, Place place);

    /** The word that opens a headline once the alert has ended. */
    String exerciseMark();

    String exercise();

    /** What happened, in one or two sentences. */
    List<String> change(AlertEvent event);

    /** The metric's value beside its threshold. */
    String valueAndThreshold(AlertEvent event);

    String firstRaised(Instant raisedAt);

    /** One part of the expected incidents. */
    String reason(Reason reason, Gazetteer places);

    /** How many incidents the alert rests on. */
    String evidence(int incidents, boolean orMore);

    String expected(Figures figures);

    String recorded(Figures figures);

    String sources(int sources);

    /** Too few sources hold the alert at its level. */
    String capped(Level level, Level uncapped);

    String onlyWhatIsReported();

    /** What lowers or ends an alert in force. */
    List<String> clearing(AlertEvent event);

    String ended();

    /** What the metric's figure says. */
    String meaning(AlertEvent event);

    String alreadyUnderWay(Figures figures);

    String notCertain();

    String endIsNotSafety(AlertEvent event);

    String tlpLine(Tlp tlp);

    /** The core of a text message: level, place, what changed, value. */
    String brief(AlertEvent event, String place);

    /** A score's first sentence. */
    String score(RegionScore score, Place place, Figures figures);

    String spillOver(Figures figures);

    String mainReason(Reason reason, Gazetteer places);

    String noCoverage(Place place);

    String warmingUp(Place place, int ageDays);

    String reporting(RegionScore score);

    /** Looks a region or country up in the language of the phrases. */
    interface Gazetteer {
        Place place(String regionCode);

        String country(String countryCode);
    }
}
