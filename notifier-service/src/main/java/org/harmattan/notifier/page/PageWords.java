package org.harmattan.notifier.page;

import org.harmattan.explanation.Language;

/** What the pages say. */
enum PageWords {
    CONFIRM_TITLE("Recevoir les alertes de Harmattan\u00a0?", "Receive Harmattan\u2019s alerts?"),
    CONFIRM_TEXT(
            "Si vous confirmez, cette adresse recevra les alertes demandées. Chaque message dira comment ne plus en recevoir.",
            "If you confirm, this address will receive the alerts that were asked for. Each message will say how to stop them."),
    CONFIRM_BUTTON("Confirmer l\u2019abonnement", "Confirm the subscription"),
    CONFIRMED_TITLE("Votre abonnement est confirmé", "Your subscription is confirmed"),
    CONFIRMED_TEXT(
            "Les alertes arriveront désormais à cette adresse. Vous pouvez fermer cette page.",
            "Alerts will arrive at this address from now on. You can close this page."),
    EXPIRED_TITLE("Ce lien n\u2019est plus valable", "This link is no longer valid"),
    EXPIRED_TEXT(
            "Il a plus de 7 jours, ou l\u2019abonnement a pris fin. Demandez un nouvel abonnement.",
            "It is more than 7 days old, or the subscription has ended. Ask for a new subscription."),
    UNKNOWN_TITLE("Ce lien est inconnu", "This link is not known"),
    UNKNOWN_TEXT(
            "Vérifiez que l\u2019adresse a été copiée en entier. Peut-être que l\u2019abonnement a déjà pris fin.",
            "Check that the address was copied whole. Perhaps the subscription has already ended."),
    STOP_TITLE("Ne plus recevoir les alertes\u00a0?", "Stop these alerts?"),
    STOP_TEXT(
            "Cette adresse ne recevra plus rien, et nous l\u2019effacerons.",
            "This address will receive nothing more, and we will erase it."),
    STOP_BUTTON("Ne plus rien recevoir", "Stop all messages"),
    STOPPED_TITLE("Vous ne recevrez plus rien", "You will receive nothing more"),
    STOPPED_TEXT(
            "L\u2019abonnement a pris fin et l\u2019adresse est effacée. Vous pouvez fermer cette page.",
            "The subscription has ended and the address is erased. You can close this page.");

    private final String french;
    private final String english;

    PageWords(String french, String english) {
        this.french = french;
        this.english = english;
    }

    String in(Language language) {
        return language == Language.FR ? french : english;
    }
}
