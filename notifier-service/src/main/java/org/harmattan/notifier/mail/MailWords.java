package org.harmattan.notifier.mail;

import org.harmattan.explanation.Language;

/** What stands around the sentences of a mail. */
enum MailWords {
    HAPPENED("Ce qui s\u2019est passé", "What happened"),
    WHY("Ce qui pèse dans ce chiffre", "What the figure comes from"),
    HOW_SURE("Ce qui est sûr, ce qui ne l\u2019est pas", "How sure this is"),
    CLEARING("La suite", "What comes next"),
    MEANING("Ce que cela veut dire", "What it means"),
    BOARD("Le tableau des alertes\u00a0:", "The board of alerts:"),
    WHY_YOU(
            "Vous recevez ce message parce que cette adresse s\u2019est abonnée aux alertes de Harmattan.",
            "You receive this message because this address has subscribed to Harmattan\u2019s alerts."),
    STOP("Pour ne plus rien recevoir\u00a0:", "To stop these messages:"),
    RELEASED(
            "Ce message part avec retard, sur décision de l\u2019équipe de veille. L\u2019alerte est toujours en vigueur.",
            "This message is sent late, by decision of the watch. The alert is still in force."),
    CONFIRM_SUBJECT(
            "Harmattan\u00a0: confirmez votre abonnement aux alertes",
            "Harmattan: confirm your subscription to alerts"),
    CONFIRM_ASKED(
            "Quelqu\u2019un a demandé que cette adresse reçoive les alertes de Harmattan sur la violence armée.",
            "Somebody has asked that this address receive Harmattan\u2019s alerts about armed violence."),
    CONFIRM_HOW("Pour accepter, ouvrez cette page et confirmez\u00a0:", "To accept, open this page and confirm:"),
    CONFIRM_ELSE(
            "Si ce n\u2019était pas vous, ne faites rien\u00a0: aucun autre message ne suivra. Le lien est valable 7 jours.",
            "If it was not you, do nothing: no other message will follow. The link is valid for 7 days."),
    SCOPE("Régions\u00a0:", "Regions:"),
    EVERYWHERE("toutes", "all"),
    LEVEL("À partir du niveau\u00a0:", "From level:"),
    TEST_SUBJECT("Harmattan\u00a0: essai", "Harmattan: test"),
    TEST(
            "Ceci est un essai\u00a0: il ne s\u2019est rien passé. Les alertes arriveront à cette adresse.",
            "This is a test: nothing has happened. Alerts will arrive at this address.");

    private final String french;
    private final String english;

    MailWords(String french, String english) {
        this.french = french;
        this.english = english;
    }

    String in(Language language) {
        return language == Language.FR ? french : english;
    }

    /** What a subject says of further alerts. */
    static String andOthers(int others, Language language) {
        if (language == Language.FR) {
            return others == 1 ? " (et 1 autre alerte)" : " (et " + others + " autres alertes)";
        }
        return others == 1 ? " (and 1 other alert)" : " (and " + others + " other alerts)";
    }
}
