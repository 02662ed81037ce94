package org.harmattan.explanation;

import java.util.ArrayList;
import java.util.List;

/**
 * What one event of an alert says, as plain sentences of one language. All lists are in reading order and may be empty,
 * except {@code change}.
 *
 * @param language the language of every sentence
 * @param place where
 * @param headline one line, level first, without the TLP: fit for a subject or a title
 * @param change what happened, when, and the numbers before and after
 * @param why what the number comes from, largest share first
 * @param confidence how sure it is: the 80 % interval, the sources, what a lack of sources holds back, what is not covered
 * @param clearing what would lower or end the alert
 * @param meaning what it means and what it does not mean
 * @param tlp the label, such as {@code TLP:GREEN}
 * @param tlpLine the label and what it allows
 * @param shortForm the message in at most 160 characters of the GSM 03.38 alphabet, label included
 */
public record Explanation(
        Language language,
        Place place,
        String headline,
        List<String> change,
        List<String> why,
        List<String> confidence,
        List<String> clearing,
        List<String> meaning,
        String tlp,
        String tlpLine,
        String shortForm) {

    /** Takes copies of the lists. */
    public Explanation {
        change = List.copyOf(change);
        why = List.copyOf(why);
        confidence = List.copyOf(confidence);
        clearing = List.copyOf(clearing);
        meaning = List.copyOf(meaning);
    }

    /** Every sentence in reading order, the headline and the TLP line left out. */
    public List<String> sentences() {
        List<String> all = new ArrayList<>(change);
        all.addAll(why);
        all.addAll(confidence);
        all.addAll(clearing);
        all.addAll(meaning);
        return all;
    }
}
