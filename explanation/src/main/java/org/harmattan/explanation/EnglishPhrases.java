package org.harmattan.explanation;

import java.time.Instant;
import java.util.List;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.AlertReason;
import org.harmattan.schemas.assessment.Figures;
import org.harmattan.schemas.assessment.Reason;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.command.Metric;
import org.jspecify.annotations.Nullable;

/** English. */
final class EnglishPhrases implements Phrases {

    private final EnglishTerms terms = new EnglishTerms();
    private final Numerals numerals = new Numerals(Language.EN);

    @Override
    public Terms terms() {
        return terms;
    }

    @Override
    public String headline(AlertEvent event, Place place) {
        String level = terms.level(event.getLevel());
        String before = terms.level(event.getPreviousLevel());
        return switch (event.getChange()) {
            case RAISED -> level + " \u2013 " + place + ": new alert, " + terms.risk(event.getMetric());
            case ESCALATED -> level + " \u2013 " + place + ": up from " + before + ", " + terms.risk(event.getMetric());
            case DE_ESCALATED -> level + " \u2013 " + place + ": down from " + before;
            case CORRECTED -> level + " \u2013 " + place + ": corrected, the level stands";
            case WITHDRAWN -> "WITHDRAWN \u2013 " + place + ": the alert (" + before + ") is withdrawn";
            case CLEARED -> "CLEARED \u2013 " + place + ": the alert (" + before + ") has ended";
            case ACKNOWLEDGED -> level + " \u2013 " + place + ": acknowledged by the watch";
            case ASSIGNED -> level + " \u2013 " + place + ": somebody looks after it";
            case COMMENTED -> level + " \u2013 " + place + ": a comment";
            case SILENCED -> level + " \u2013 " + place + ": messages paused";
            case UNKNOWN -> level + " \u2013 " + place;
        };
    }

    @Override
    public String exerciseMark() {
        return "EXERCISE";
    }

    @Override
    public String exercise() {
        return "This is an exercise: nothing in this message is real.";
    }

    @Override
    public List<String> change(AlertEvent event) {
        String on = "On " + terms.time(event.getAt()) + " ";
        String before = terms.level(event.getPreviousLevel());
        String now = terms.ranked(event.getLevel());
        return switch (event.getChange()) {
            case RAISED -> List.of(on + "a new alert was raised at " + now + ".");
            case ESCALATED -> List.of(on + "the alert went up from " + before + " to " + now + ".");
            case DE_ESCALATED -> List.of(on + "the alert went down from " + before + " to " + now + ".");
            case CORRECTED ->
                List.of(
                        on + "what this alert rests on was corrected: "
                                + corrections(event.getCorrected().size()) + ".",
                        "The level stands: " + now + ".");
            case WITHDRAWN ->
                List.of(
                        on
                                + "the alert was withdrawn, because reports behind it were retracted or corrected. Its level was "
                                + before + ".",
                        "If you have acted on this alert: the evidence no longer supports it.");
            case CLEARED -> List.of(on + "the alert ended: " + endReason(event) + ". Its level was " + before + ".");
            case ACKNOWLEDGED -> List.of(on + "the watch has seen the alert. The level stands: " + now + ".");
            case ASSIGNED -> List.of(on + "somebody was named to look after the alert. Level: " + now + ".");
            case COMMENTED -> List.of(on + "somebody commented on the alert. Level: " + now + ".");
            case SILENCED -> List.of(on + "messages about this alert were paused. Level: " + now + ".");
            case UNKNOWN -> List.of(on + "the alert changed. Level: " + now + ".");
        };
    }

    private static String corrections(int count) {
        return count == 1
                ? "one incident named earlier has been retracted, revised or moved"
                : (count == 0 ? "incidents" : count + " incidents")
                        + " named earlier have been retracted, revised or moved";
    }

    private String endReason(AlertEvent event) {
        return switch (event.getReason()) {
            case BELOW_FOR_HOLD_TIME -> "the risk stayed low for " + terms.hours(event.getClearHoldSeconds());
            case RULE_REMOVED ->
                "its rule was removed or no longer covers this region; the risk itself may be unchanged";
            case EVIDENCE_WITHDRAWN -> "the evidence behind it was withdrawn";
            default -> "the risk has fallen";
        };
    }

    @Override
    public String valueAndThreshold(AlertEvent event) {
        boolean inForce = Terms.rank(event.getLevel()) > 0;
        String level = terms.level(inForce ? event.getLevel() : event.getPreviousLevel());
        return "The " + terms.figure(event.getMetric()) + " is now " + terms.value(event.getMetric(), event.getValue())
                + "; " + level + " begins at " + terms.value(event.getMetric(), event.getThreshold()) + ".";
    }

    @Override
    public String firstRaised(Instant raisedAt) {
        return "The alert was first raised on " + terms.time(raisedAt) + ".";
    }

    @Override
    public String reason(Reason reason, Gazetteer places) {
        return Numerals.wholePercent(reason.getShare()) + "%: " + cause(reason, places) + ".";
    }

    private static String cause(Reason reason, Gazetteer places) {
        return switch (reason.getKind()) {
            case OWN_PAST ->
                switch (reason.getSubject()) {
                    case "7" -> "incidents of the last days in this region";
                    case "30" -> "incidents of the last weeks in this region";
                    case "90" -> "incidents of the last months in this region";
                    case "365" -> "incidents of the past year and before in this region";
                    default ->
                        "past incidents in this region, each counting half after " + reason.getSubject() + " days";
                };
            case NEIGHBOUR -> "recent incidents in a neighbouring region, " + places.place(reason.getSubject());
            case COUNTRY -> "the situation of the whole country, " + places.country(reason.getSubject());
            case BASE -> "a small share that every region has";
            case UNKNOWN -> "other causes";
        };
    }

    @Override
    public String evidence(int incidents, boolean orMore) {
        if (incidents == 1 && !orMore) {
            return "The alert rests on 1 incident recorded in this region in the last 30 days.";
        }
        return "The alert rests on " + incidents + (orMore ? " or more" : "")
                + " incidents recorded in this region in the last 30 days.";
    }

    @Override
    public String expected(Figures figures) {
        return "Incidents expected in the coming 30 days: " + numerals.milli(figures.getExpectedMilli())
                + ", with a chance of 80% between " + figures.getExpectedLow() + " and " + figures.getExpectedHigh()
                + ".";
    }

    @Override
    public String recorded(Figures figures) {
        return "Incidents recorded, each counted by how certain it is: "
                + numerals.milli(figures.getLast7DaysMilli()) + " in the last 7 days, "
                + numerals.milli(figures.getLast30DaysMilli()) + " in the last 30 days; on average "
                + numerals.milli(figures.getPastYearMilli()) + " in 30 days over the past year.";
    }

    @Override
    public String sources(int sources) {
        return switch (sources) {
            case 0 -> "No standing report of the last 30 days supports it.";
            case 1 -> "All reports of the last 30 days come from a single source.";
            default -> "The reports of the last 30 days come from " + sources + " independent sources.";
        };
    }

    @Override
    public String capped(Level level, Level uncapped) {
        return "The figure alone would be enough for " + terms.level(uncapped) + ". The alert stays at "
                + terms.level(level) + " until more independent sources confirm it.";
    }

    @Override
    public String onlyWhatIsReported() {
        return "Only what was reported is counted: attacks that nobody reported are missing, and silence is not peace.";
    }

    @Override
    public List<String> clearing(AlertEvent event) {
        String below = terms.value(event.getMetric(), event.getClearBelow());
        String hold = event.getClearHoldSeconds() > 0
                ? "stays below " + below + " for " + terms.hours(event.getClearHoldSeconds())
                : "falls below " + below;
        String what = event.getLevel() == Level.ADVISORY ? "The alert ends when the " : "The alert goes down when the ";
        return List.of(
                what + terms.figure(event.getMetric()) + " " + hold + ".",
                "It is withdrawn at once if the reports behind it prove wrong. You will be told.");
    }

    @Override
    public String ended() {
        return "No more messages follow about this alert. Should the risk rise again, there will be a new one.";
    }

    @Override
    public String meaning(AlertEvent event) {
        return switch (event.getMetric()) {
            case ESCALATION ->
                "The escalation score is the chance, out of 100, that the coming 30 days are markedly worse than this region's own past year"
                        + markedly(event.getFigures()) + ".";
            case SPILL_OVER ->
                "The spill-over risk is the chance that the coming 30 days bring at least one incident linked to the violence in neighbouring regions.";
            case ATTACK_PROBABILITY -> "The figure is the chance of at least one incident in the coming 30 days.";
            case EXPECTED_INCIDENTS -> "The figure is the number of incidents expected in the coming 30 days.";
            case SILENCE ->
                "The figure is the number of days without a report beyond what is usual here. Silence is not peace: it can mean that nobody is able to report any more.";
            case UNKNOWN -> "The figure is explained on the operations page.";
        };
    }

    private String markedly(@Nullable Figures figures) {
        return figures == null
                ? ""
                : ": about " + numerals.milli(figures.getMarkedlyWorseMilli()) + " incidents or more";
    }

    @Override
    public String alreadyUnderWay(Figures figures) {
        return "The last 30 days have already been that bad: this alert says that a violent month is under way, rather than that a new one begins.";
    }

    @Override
    public String notCertain() {
        return "This alert does not mean that an attack is certain, and it does not say where in the region, when or by whom. Many alerts are not followed by a marked rise.";
    }

    @Override
    public String endIsNotSafety(AlertEvent event) {
        return event.getReason() == AlertReason.RULE_REMOVED
                ? "This is a change of rules, not a sign that the region is safe."
                : "This does not mean that the region is safe. It means that the incidents on record no longer point to a marked rise.";
    }

    @Override
    public String tlpLine(Tlp tlp) {
        return switch (tlp) {
            case CLEAR -> "TLP:CLEAR. This message may be shared freely.";
            case GREEN -> "TLP:GREEN. You may share this message within your community of partners, not in public.";
            case AMBER, UNKNOWN ->
                "TLP:AMBER. You may share this message only within your organisation and with those of its clients who need to know.";
            case AMBER_STRICT -> "TLP:AMBER+STRICT. You may share this message only within your organisation.";
            case RED -> "TLP:RED. This message is for you alone.";
        };
    }

    @Override
    public String brief(AlertEvent event, String place) {
        String figure = terms.figure(event.getMetric());
        String value = Character.toUpperCase(figure.charAt(0)) + figure.substring(1) + " "
                + terms.value(event.getMetric(), event.getValue());
        String before = terms.level(event.getPreviousLevel());
        String level = terms.level(event.getLevel());
        return switch (event.getChange()) {
            case RAISED -> level + ", new: " + place + ". " + value;
            case ESCALATED -> level + ", up from " + before + ": " + place + ". " + value;
            case DE_ESCALATED -> level + ", down from " + before + ": " + place + ". " + value;
            case CORRECTED -> level + ", corrected: " + place + ". " + value;
            case WITHDRAWN -> "WITHDRAWN (was " + before + "): " + place + ". Evidence retracted";
            case CLEARED -> "CLEARED (was " + before + "): " + place + ". " + value;
            default -> level + ": " + place + ". " + value;
        };
    }

    @Override
    public String score(RegionScore score, Place place, Figures figures) {
        return place + ": the escalation score is " + numerals.tenths(figures.getEscalationTenths())
                + " out of 100, the chance that the coming 30 days are markedly worse than this region's own past year"
                + markedly(figures) + ".";
    }

    @Override
    public String spillOver(Figures figures) {
        return "The chance of at least one incident linked to the violence in neighbouring regions is "
                + terms.value(Metric.SPILL_OVER, figures.getSpillOver()) + ".";
    }

    @Override
    public String mainReason(Reason reason, Gazetteer places) {
        return "The largest part of it, " + Numerals.wholePercent(reason.getShare()) + "%, comes from "
                + cause(reason, places) + ".";
    }

    @Override
    public String noCoverage(Place place) {
        return place + ": no forecast, because there is no report of " + place.country()
                + " yet. This is not a sign of calm.";
    }

    @Override
    public String warmingUp(Place place, int ageDays) {
        return place + ": reports reach back only " + ageDays
                + " of the 90 days that are needed. The figures are provisional and no alert is raised.";
    }

    @Override
    public String reporting(RegionScore score) {
        Instant last = score.getLastReportAt();
        if (last == null) {
            return "No report has arrived as things happened; what is known here was imported.";
        }
        return "The last report arrived on " + terms.time(last) + "; in the last 7 days there were "
                + score.getReportsIn7Days() + ".";
    }
}
