package org.harmattan.assessment;

import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.serde.CanonicalBody;
import org.jspecify.annotations.Nullable;

/** The bytes of a part of the state, by its key. */
final class Draining {

    private Draining() {}

    /** The part as it is now, or null when it is gone. */
    static byte @Nullable [] bytesOf(String key, Progress progress, ViewState open, ViewState restricted) {
        if (key.equals(PartKey.PROGRESS)) {
            return progress.bytes(open, restricted);
        }
        int slash = key.indexOf('/');
        String rest = key.substring(slash + 1);
        if (key.startsWith(PartKey.REPORT)) {
            return StoredParts.report(open.report(rest), restricted.report(rest));
        }
        String audience = rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest;
        ViewState view = audience.equals(Audience.OPEN.name()) ? open : restricted;
        String name = rest.substring(rest.indexOf('/') + 1);
        return switch (key.substring(0, slash + 1)) {
            case PartKey.LAW -> StoredParts.law(view.law);
            case PartKey.SCORE ->
                view.score(view.ground.regionOf(name)).map(CanonicalBody::of).orElse(null);
            case PartKey.WATCH -> watch(view, name);
            case PartKey.ENDED -> ended(view.ended().get(name));
            case PartKey.IMPORT -> importHold(view, view.imports().get(name));
            default -> throw new IllegalStateException("no part " + key);
        };
    }

    private static byte @Nullable [] watch(ViewState view, String regionAndRule) {
        int slash = regionAndRule.indexOf('/');
        int region = view.ground.regionOf(regionAndRule.substring(0, slash));
        WatchState watched = view.watches(region).get(regionAndRule.substring(slash + 1));
        return watched == null ? null : StoredParts.watch(watched);
    }

    private static byte @Nullable [] ended(@Nullable AlertEvent event) {
        return event == null ? null : CanonicalBody.of(event);
    }

    private static byte @Nullable [] importHold(ViewState view, @Nullable ImportHold hold) {
        return hold == null ? null : StoredParts.importHold(view.ground, hold);
    }
}
