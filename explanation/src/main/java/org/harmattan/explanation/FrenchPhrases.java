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

/** French. */
final class FrenchPhrases implements Phrases {

    private final FrenchTerms terms = new FrenchTerms();
    private final Numerals numerals = new Numerals(Language.FR);

    @Override
    public Terms terms() {
        return terms;
    }

    @Override
    public String headline(AlertEvent event, Place place) {
        String level = terms.level(event.getLevel());
        String before = terms.level(event.getPreviousLevel());
        return switch (event.getChange()) {
            case RAISED -> level + " \u2013 " + place + " : nouvelle alerte, " + terms.risk(event.getMetric());
            case ESCALATED ->
                level + " \u2013 " + place + " : niveau relevé (avant : " + before + "), "
                        + terms.risk(event.getMetric());
            case DE_ESCALATED -> level + " \u2013 " + place + " : niveau abaissé (avant : " + before + ")";
            case CORRECTED -> level + " \u2013 " + place + " : correction, le niveau ne change pas";
            case WITHDRAWN -> "ALERTE RETIRÉE \u2013 " + place + " : l'alerte (" + before + ") est retirée";
            case CLEARED -> "ALERTE LEVÉE \u2013 " + place + " : l'alerte (" + before + ") est terminée";
            case ACKNOWLEDGED -> level + " \u2013 " + place + " : l'équipe de veille en a pris connaissance";
            case ASSIGNED -> level + " \u2013 " + place + " : une personne en est chargée";
            case COMMENTED -> level + " \u2013 " + place + " : un commentaire";
            case SILENCED -> level + " \u2013 " + place + " : messages suspendus";
            case UNKNOWN -> level + " \u2013 " + place;
        };
    }

    @Override
    public String exerciseMark() {
        return "EXERCICE";
    }

    @Override
    public String exercise() {
        return "Ceci est un exercice : rien dans ce message n'est réel.";
    }

    @Override
    public List<String> change(AlertEvent event) {
        String on = "Le " + terms.time(event.getAt()) + ", ";
        String before = terms.level(event.getPreviousLevel());
        String now = terms.ranked(event.getLevel());
        return switch (event.getChange()) {
            case RAISED -> List.of(on + "une nouvelle alerte a été émise au niveau " + now + ".");
            case ESCALATED -> List.of(on + "l'alerte est montée du niveau " + before + " au niveau " + now + ".");
            case DE_ESCALATED -> List.of(on + "l'alerte est descendue du niveau " + before + " au niveau " + now + ".");
            case CORRECTED ->
                List.of(
                        on + "les éléments à l'appui de cette alerte ont été corrigés : "
                                + corrections(event.getCorrected().size()) + ".",
                        "Le niveau ne change pas : " + now + ".");
            case WITHDRAWN ->
                List.of(
                        on
                                + "l'alerte a été retirée, car des signalements sur lesquels elle reposait ont été annulés ou corrigés. Son niveau était "
                                + before + ".",
                        "Si vous avez agi sur la foi de cette alerte : les éléments connus ne la justifient plus.");
            case CLEARED ->
                List.of(on + "l'alerte a pris fin : " + endReason(event) + ". Son niveau était " + before + ".");
            case ACKNOWLEDGED ->
                List.of(on + "l'équipe de veille a pris connaissance de l'alerte. Niveau : " + now + ".");
            case ASSIGNED -> List.of(on + "une personne a été chargée de l'alerte. Niveau : " + now + ".");
            case COMMENTED -> List.of(on + "l'alerte a reçu un commentaire. Niveau : " + now + ".");
            case SILENCED -> List.of(on + "les messages sur cette alerte ont été suspendus. Niveau : " + now + ".");
            case UNKNOWN -> List.of(on + "l'alerte a changé. Niveau : " + now + ".");
        };
    }

    private static String corrections(int count) {
        return count == 1
                ? "un incident cité auparavant a été annulé, révisé ou déplacé"
                : (count == 0 ? "des incidents cités" : count + " incidents cités")
                        + " auparavant ont été annulés, révisés ou déplacés";
    }

    private String endReason(AlertEvent event) {
        return switch (event.getReason()) {
            case BELOW_FOR_HOLD_TIME -> "le risque est resté bas pendant " + terms.hours(event.getClearHoldSeconds());
            case RULE_REMOVED ->
                "sa règle a été supprimée ou ne couvre plus cette région ; le risque lui-même n'a peut-être pas changé";
            case EVIDENCE_WITHDRAWN -> "les éléments à son appui ont été annulés";
            default -> "le risque a baissé";
        };
    }

    @Override
    public String valueAndThreshold(AlertEvent event) {
        boolean inForce = Terms.rank(event.getLevel()) > 0;
        String level = terms.level(inForce ? event.getLevel() : event.getPreviousLevel());
        return capitalised(terms.theFigure(event.getMetric())) + " est maintenant de "
                + terms.value(event.getMetric(), event.getValue()) + " ; le niveau " + level + " commence à "
                + terms.value(event.getMetric(), event.getThreshold()) + ".";
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    @Override
    public String firstRaised(Instant raisedAt) {
        return "L'alerte a été émise pour la première fois le " + terms.time(raisedAt) + ".";
    }

    @Override
    public String reason(Reason reason, Gazetteer places) {
        return Numerals.wholePercent(reason.getShare()) + " % : " + cause(reason, places) + ".";
    }

    private static String cause(Reason reason, Gazetteer places) {
        return switch (reason.getKind()) {
            case OWN_PAST ->
                switch (reason.getSubject()) {
                    case "7" -> "incidents des derniers jours dans cette région";
                    case "30" -> "incidents des dernières semaines dans cette région";
                    case "90" -> "incidents des derniers mois dans cette région";
                    case "365" -> "incidents de l'année écoulée et des années précédentes dans cette région";
                    default ->
                        "incidents passés dans cette région, dont le poids diminue de moitié tous les "
                                + reason.getSubject() + " jours";
                };
            case NEIGHBOUR -> "incidents récents dans une région voisine, " + places.place(reason.getSubject());
            case COUNTRY -> "situation de l'ensemble du pays, " + places.country(reason.getSubject());
            case BASE -> "une petite part commune à toutes les régions";
            case UNKNOWN -> "autres causes";
        };
    }

    @Override
    public String evidence(int incidents, boolean orMore) {
        if (incidents == 1 && !orMore) {
            return "L'alerte repose sur 1 incident enregistré dans cette région au cours des 30 derniers jours.";
        }
        return "L'alerte repose sur " + incidents + " incidents" + (orMore ? " ou plus" : "")
                + " enregistrés dans cette région au cours des 30 derniers jours.";
    }

    @Override
    public String expected(Figures figures) {
        return "Incidents attendus dans les 30 prochains jours : " + numerals.milli(figures.getExpectedMilli())
                + ", avec 80 % de chances d'être entre " + figures.getExpectedLow() + " et "
                + figures.getExpectedHigh() + ".";
    }

    @Override
    public String recorded(Figures figures) {
        return "Incidents enregistrés, chacun compté selon son degré de certitude : "
                + numerals.milli(figures.getLast7DaysMilli()) + " au cours des 7 derniers jours, "
                + numerals.milli(figures.getLast30DaysMilli()) + " au cours des 30 derniers jours ; en moyenne "
                + numerals.milli(figures.getPastYearMilli()) + " en 30 jours sur l'année écoulée.";
    }

    @Override
    public String sources(int sources) {
        return switch (sources) {
            case 0 -> "Aucun signalement des 30 derniers jours ne vient plus à l'appui de l'alerte.";
            case 1 -> "Tous les signalements des 30 derniers jours proviennent d'une seule source.";
            default -> "Les signalements des 30 derniers jours proviennent de " + sources + " sources indépendantes.";
        };
    }

    @Override
    public String capped(Level level, Level uncapped) {
        return "Le chiffre seul suffirait pour le niveau " + terms.level(uncapped) + ". L'alerte reste au niveau "
                + terms.level(level) + " tant que d'autres sources indépendantes ne la confirment pas.";
    }

    @Override
    public String onlyWhatIsReported() {
        return "Seul ce qui a été signalé est compté : les attaques que personne n'a signalées manquent, et le silence n'est pas la paix.";
    }

    @Override
    public List<String> clearing(AlertEvent event) {
        String below = terms.value(event.getMetric(), event.getClearBelow());
        String hold = event.getClearHoldSeconds() > 0
                ? " reste au-dessous de " + below + " pendant " + terms.hours(event.getClearHoldSeconds())
                : " passe au-dessous de " + below;
        String what = event.getLevel() == Level.ADVISORY
                ? "L'alerte prend fin quand "
                : "L'alerte baisse d'un niveau ou plus quand ";
        return List.of(
                what + terms.theFigure(event.getMetric()) + hold + ".",
                "Elle est retirée aussitôt si les signalements sur lesquels elle repose se révèlent faux. Vous en serez averti.");
    }

    @Override
    public String ended() {
        return "Aucun autre message ne suivra sur cette alerte. Si le risque remonte, il y en aura une nouvelle.";
    }

    @Override
    public String meaning(AlertEvent event) {
        return switch (event.getMetric()) {
            case ESCALATION ->
                "Le score d'escalade dit combien il y a de chances, sur 100, que les 30 prochains jours soient nettement pires que l'année écoulée dans cette même région"
                        + markedly(event.getFigures()) + ".";
            case SPILL_OVER ->
                "Le risque de débordement est la probabilité qu'au moins un incident lié aux violences des régions voisines se produise ici dans les 30 prochains jours.";
            case ATTACK_PROBABILITY ->
                "Ce chiffre est la probabilité d'au moins un incident dans les 30 prochains jours.";
            case EXPECTED_INCIDENTS -> "Ce chiffre est le nombre d'incidents attendus dans les 30 prochains jours.";
            case SILENCE ->
                "Ce chiffre est le nombre de jours sans signalement au-delà de l'habitude. Le silence n'est pas la paix : il peut vouloir dire que plus personne n'est en mesure de signaler.";
            case UNKNOWN -> "Ce chiffre est expliqué sur la page des opérations.";
        };
    }

    private String markedly(@Nullable Figures figures) {
        return figures == null
                ? ""
                : " : environ " + numerals.milli(figures.getMarkedlyWorseMilli()) + " incidents ou plus";
    }

    @Override
    public String alreadyUnderWay(Figures figures) {
        return "Les 30 derniers jours ont déjà été aussi graves : cette alerte dit qu'un mois violent est en cours, plutôt qu'elle n'en annonce un nouveau.";
    }

    @Override
    public String notCertain() {
        return "Cette alerte ne veut pas dire qu'une attaque est certaine, et elle ne dit ni où dans la région, ni quand, ni par qui. Beaucoup d'alertes ne sont pas suivies d'une nette aggravation.";
    }

    @Override
    public String endIsNotSafety(AlertEvent event) {
        return event.getReason() == AlertReason.RULE_REMOVED
                ? "C'est un changement de règle, et non le signe que la région est sûre."
                : "Cela ne veut pas dire que la région est sûre, mais que les incidents enregistrés n'annoncent plus de nette aggravation.";
    }

    @Override
    public String tlpLine(Tlp tlp) {
        return switch (tlp) {
            case CLEAR -> "TLP:CLEAR. Ce message peut être diffusé librement.";
            case GREEN ->
                "TLP:GREEN. Vous pouvez partager ce message au sein de votre communauté de partenaires, mais pas publiquement.";
            case AMBER, UNKNOWN ->
                "TLP:AMBER. Vous ne pouvez partager ce message qu'au sein de votre organisation et avec ceux de ses clients qui doivent en avoir connaissance.";
            case AMBER_STRICT ->
                "TLP:AMBER+STRICT. Vous ne pouvez partager ce message qu'au sein de votre organisation.";
            case RED -> "TLP:RED. Ce message est réservé à vous seul.";
        };
    }

    @Override
    public String brief(AlertEvent event, String place) {
        String value = terms.theFigure(event.getMetric()).replaceFirst("^l[ea] ", "") + " "
                + terms.value(event.getMetric(), event.getValue());
        String before = terms.level(event.getPreviousLevel());
        String level = terms.level(event.getLevel());
        return switch (event.getChange()) {
            case RAISED -> level + ", nouvelle alerte : " + place + ". " + capitalised(value);
            case ESCALATED -> level + ", niveau relevé (avant : " + before + ") : " + place + ". " + capitalised(value);
            case DE_ESCALATED ->
                level + ", niveau abaissé (avant : " + before + ") : " + place + ". " + capitalised(value);
            case CORRECTED -> level + ", correction : " + place + ". " + capitalised(value);
            case WITHDRAWN -> "ALERTE RETIRÉE (" + before + ") : " + place + ". Signalements annulés";
            case CLEARED -> "ALERTE LEVÉE (" + before + ") : " + place + ". " + capitalised(value);
            default -> level + " : " + place + ". " + capitalised(value);
        };
    }

    @Override
    public String score(RegionScore score, Place place, Figures figures) {
        return place + " : le score d'escalade est de " + numerals.tenths(figures.getEscalationTenths())
                + " sur 100 ; autant de chances, sur 100, que les 30 prochains jours soient nettement pires que l'année écoulée dans cette même région"
                + markedly(figures) + ".";
    }

    @Override
    public String spillOver(Figures figures) {
        return "La probabilité d'au moins un incident lié aux violences des régions voisines est de "
                + terms.value(Metric.SPILL_OVER, figures.getSpillOver()) + ".";
    }

    @Override
    public String mainReason(Reason reason, Gazetteer places) {
        return "Ce qui pèse le plus, " + Numerals.wholePercent(reason.getShare()) + " % : " + cause(reason, places)
                + ".";
    }

    @Override
    public String noCoverage(Place place) {
        return place + " : pas de prévision, car il n'y a encore aucun signalement pour ce pays (" + place.country()
                + "). Ce n'est pas un signe de calme.";
    }

    @Override
    public String warmingUp(Place place, int ageDays) {
        return place + " : les signalements ne couvrent que " + ageDays
                + (ageDays < 2 ? " jour" : " jours")
                + " sur les 90 nécessaires. Les chiffres sont provisoires et aucune alerte n'est émise.";
    }

    @Override
    public String reporting(RegionScore score) {
        Instant last = score.getLastReportAt();
        if (last == null) {
            return "Aucun signalement n'est arrivé au fil des événements ; ce qui est connu ici a été importé.";
        }
        return "Le dernier signalement est arrivé le " + terms.time(last) + " ; il y en a eu "
                + score.getReportsIn7Days() + " au cours des 7 derniers jours.";
    }
}
