package org.harmattan.assessment;

import org.harmattan.schemas.audience.Audience;

/** Names of the parts that the state is stored in; {@code /} separates, and stands in none of the names used. */
final class PartKey {

    static final String PROGRESS = "progress";
    static final String REPORT = "report/";
    static final String LAW = "law/";
    static final String SCORE = "score/";
    static final String WATCH = "watch/";
    static final String ENDED = "ended/";
    static final String IMPORT = "import/";

    private PartKey() {}

    static String report(String reportId) {
        return REPORT + reportId;
    }

    static String law(Audience audience) {
        return LAW + audience;
    }

    static String score(Audience audience, String region) {
        return SCORE + audience + "/" + region;
    }

    static String watch(Audience audience, String region, String ruleId) {
        return WATCH + audience + "/" + region + "/" + ruleId;
    }

    static String ended(Audience audience, String alertId) {
        return ENDED + audience + "/" + alertId;
    }

    static String importHold(Audience audience, String importId) {
        return IMPORT + audience + "/" + importId;
    }
}
