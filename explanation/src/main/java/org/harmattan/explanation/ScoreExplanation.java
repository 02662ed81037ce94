package org.harmattan.explanation;

import java.util.List;

/**
 * What a region's score says.
 *
 * @param language the language of every sentence
 * @param place where
 * @param summary one sentence: the score and what it means, or why there is none
 * @param detail further sentences: what is expected and how sure it is, what it comes from, what is not known
 * @param tlp the label, such as {@code TLP:GREEN}
 */
public record ScoreExplanation(Language language, Place place, String summary, List<String> detail, String tlp) {

    /** Takes a copy of the list. */
    public ScoreExplanation {
        detail = List.copyOf(detail);
    }
}
