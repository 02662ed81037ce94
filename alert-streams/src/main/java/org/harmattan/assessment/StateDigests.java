package org.harmattan.assessment;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.harmattan.incident.SetDigest;
import org.harmattan.incident.Sha256;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.StateDigest;
import org.harmattan.schemas.command.Rule;
import org.harmattan.schemas.serde.CanonicalBody;
import org.jspecify.annotations.Nullable;

/**
 * Digests of a view's state, each over its regions' in code order; regions without anything are left out. A part that has
 * not changed since it was asked for last is not computed again.
 */
final class StateDigests {

    private final Kept incidents = new Kept();
    private final Kept dayCounts = new Kept();
    private final Kept alerts = new Kept();
    private final Kept rules = new Kept();

    StateDigest of(ViewState state) {
        return new StateDigest(
                incidents.of(state.regionsIdentity(), null, () -> byRegion(state, RegionState::reports)),
                dayCounts.of(
                        state.regionsIdentity(),
                        null,
                        () -> byRegion(state, region -> region.counts().digest())),
                alerts.of(state.watchesIdentity(), state.ended(), () -> alerts(state)),
                rules.of(state.law, null, () -> rules(state.law)));
    }

    private static String byRegion(ViewState state, Function<RegionState, SetDigest> part) {
        Sha256.Builder sha256 = new Sha256.Builder();
        for (int region = 0; region < state.ground.regions(); region++) {
            SetDigest digest = part.apply(state.region(region));
            if (!digest.isEmpty()) {
                sha256.addSized(state.ground.code(region));
                digest.addTo(sha256);
            }
        }
        return sha256.build().hex();
    }

    private static String alerts(ViewState state) {
        Sha256.Builder sha256 = new Sha256.Builder();
        for (int region = 0; region < state.ground.regions(); region++) {
            for (Map.Entry<String, WatchState> watched : state.watches(region).entrySet()) {
                sha256.addSized(state.ground.code(region));
                sha256.addSized(watched.getKey());
                sha256.addSized(StoredParts.watch(watched.getValue()));
            }
        }
        for (AlertEvent ended : state.ended().values()) {
            sha256.addSized(ended.getAlertId());
            sha256.addSized(CanonicalBody.of(ended));
        }
        return sha256.build().hex();
    }

    private static String rules(Law law) {
        Sha256.Builder sha256 = new Sha256.Builder();
        law.parameters().ifPresent(parameters -> sha256.addSized(CanonicalBody.of(parameters)));
        for (Rule rule : law.rules().values()) {
            sha256.addSized(rule.getRuleId());
            sha256.addSized(CanonicalBody.of(rule));
        }
        return sha256.build().hex();
    }

    /** A digest beside what it was computed of. */
    private static final class Kept {
        private @Nullable Object of;
        private @Nullable Object andOf;
        private String digest = "";

        @SuppressWarnings("ReferenceEquality") // what is immutable and the same object has not changed
        String of(Object what, @Nullable Object also, Supplier<String> compute) {
            if (what != of || also != andOf) {
                digest = compute.get();
                of = what;
                andOf = also;
            }
            return digest;
        }
    }
}
