package org.harmattan.explanation;

import org.harmattan.geography.Catalogue;
import org.harmattan.geography.CountryCode;
import org.harmattan.geography.Region;
import org.harmattan.geography.RegionCode;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.command.Level;

/** Puts alerts and scores into words. It never changes and may be shared by all threads. */
public final class Explainer {

    private final Catalogue catalogue;
    private final Phrases french = new FrenchPhrases();
    private final Phrases english = new EnglishPhrases();

    /**
     * Words for the regions of a catalogue.
     *
     * @param catalogue where names of regions and countries come from
     */
    public Explainer(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What the event says, from its own numbers and nothing else. */
    public Explanation explain(AlertEvent event, Language language) {
        return new AlertWording(phrases(language), gazetteer(language)).of(event);
    }

    /** What the score says, from its own numbers and nothing else. */
    public ScoreExplanation explain(RegionScore score, Language language) {
        return new ScoreWording(phrases(language), gazetteer(language)).of(score);
    }

    /** The region of an ISO 3166-2 code as a reader of the language calls it; an unknown code stands for itself. */
    public Place place(String code, Language language) {
        if (RegionCode.isWellFormed(code)) {
            Region region = catalogue.find(new RegionCode(code)).orElse(null);
            if (region != null) {
                String name = language == Language.FR ? region.nameFr() : region.name();
                return new Place(
                        code,
                        phrases(language).terms().typeset(name),
                        country(region.country().code().value(), language));
            }
        }
        return new Place(code, code, country(code.length() < 2 ? code : code.substring(0, 2), language));
    }

    /** The name of a country of an ISO 3166-1 alpha-2 code; an unknown code stands for itself. */
    public String country(String code, Language language) {
        if (!CountryCode.isWellFormed(code)) {
            return code;
        }
        return catalogue
                .country(new CountryCode(code))
                .map(country -> language == Language.FR ? country.nameFr() : country.name())
                .map(phrases(language).terms()::typeset)
                .orElse(code);
    }

    /** The word for a level, in capitals: WATCH, VEILLE. */
    public String level(Level level, Language language) {
        return phrases(language).terms().level(level);
    }

    /** The label as the Traffic Light Protocol 2.0 writes it; an unknown one counts as AMBER. */
    public static String label(Tlp tlp) {
        return switch (tlp) {
            case UNKNOWN -> "TLP:AMBER";
            case AMBER_STRICT -> "TLP:AMBER+STRICT";
            case CLEAR, GREEN, AMBER, RED -> "TLP:" + tlp.name();
        };
    }

    private Phrases phrases(Language language) {
        return language == Language.FR ? french : english;
    }

    private Phrases.Gazetteer gazetteer(Language language) {
        return new Phrases.Gazetteer() {
            @Override
            public Place place(String regionCode) {
                return Explainer.this.place(regionCode, language);
            }

            @Override
            public String country(String countryCode) {
                return Explainer.this.country(countryCode, language);
            }
        };
    }
}
