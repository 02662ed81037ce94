package org.harmattan.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
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
 * Digests of a view's state: those of reports and counts over its countries' digests, each over its regions', all in code
 * order; regions and countries without anything are left out. What has not changed since it was asked for last is not
 * computed again.
 */
final class StateDigests {

    private final Kept incidents = new Kept();
    private final Kept dayCounts = new Kept();
    private final Kept alerts = new Kept();
    private final Kept rules = new Kept();
    private final Map<Integer, Kept> watchesByRegion = new HashMap<>();
    private final ByCountry reportsByCountry = new ByCountry(RegionState::reports);
    private final ByCountry countsByCountry =
            new ByCountry(region -> region.counts().digest());

    StateDigest of(ViewState state) {
        return new StateDigest(
                incidents.of(state.regionsIdentity(), null, () -> reportsByCountry.of(state)),
                dayCounts.of(state.regionsIdentity(), null, () -> countsByCountry.of(state)),
                alerts.of(state.watchesIdentity(), state.ended(), () -> alerts(state)),
                rules.of(state.law, null, () -> rules(state.law)));
    }

    private String alerts(ViewState state) {
        Sha256.Builder sha256 = new Sha256.Builder();
        for (int region = 0; region < state.ground.regions(); region++) {
            SortedMap<String, WatchState> watches = state.watches(region);
            if (!watches.isEmpty()) {
                sha256.addSized(state.ground.code(region)).addSized(watchesOf(region, watches));
            }
        }
        for (AlertEvent ended : state.ended().values()) {
            sha256.addSized(ended.getAlertId()).addSized(CanonicalBody.of(ended));
        }
        return sha256.build().hex();
    }

    private String watchesOf(int region, SortedMap<String, WatchState> watches) {
        return watchesByRegion.computeIfAbsent(region, number -> new Kept()).of(watches, null, () -> watches(watches));
    }

    private static String watches(SortedMap<String, WatchState> watches) {
        Sha256.Builder sha256 = new Sha256.Builder();
        watches.forEach((rule, state) -> sha256.addSized(rule).addSized(StoredParts.watch(state)));
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

    /** One part of all regions, country by country. */
    private static final class ByCountry {
        private final Function<RegionState, SetDigest> part;
        private final Map<Integer, List<RegionState>> of = new HashMap<>();
        private final Map<Integer, Optional<Sha256>> digests = new HashMap<>();

        ByCountry(Function<RegionState, SetDigest> part) {
            this.part = part;
        }

        String of(ViewState state) {
            Sha256.Builder all = new Sha256.Builder();
            for (int country = 0; country < state.ground.countries(); country++) {
                Optional<Sha256> digest = digest(state, country);
                if (digest.isPresent()) {
                    all.addSized(state.ground.terrain().countryCode(country)).add(digest.get());
                }
            }
            return all.build().hex();
        }

        private Optional<Sha256> digest(ViewState state, int country) {
            int[] regions = state.ground.terrain().regionsOf(country);
            List<RegionState> known = of.get(country);
            if (known == null || !areThese(known, state, regions)) {
                List<RegionState> now = new ArrayList<>(regions.length);
                for (int region : regions) {
                    now.add(state.region(region));
                }
                of.put(country, now);
                digests.put(country, compute(state, regions));
            }
            return digests.getOrDefault(country, Optional.empty());
        }

        @SuppressWarnings("ReferenceEquality") // what is immutable and the same object has not changed
        private static boolean areThese(List<RegionState> known, ViewState state, int[] regions) {
            for (int i = 0; i < regions.length; i++) {
                if (known.get(i) != state.region(regions[i])) {
                    return false;
                }
            }
            return true;
        }

        private Optional<Sha256> compute(ViewState state, int[] regions) {
            Sha256.Builder sha256 = new Sha256.Builder();
            boolean isEmpty = true;
            for (int region : regions) {
                SetDigest digest = part.apply(state.region(region));
                if (!digest.isEmpty()) {
                    isEmpty = false;
                    sha256.addSized(state.ground.code(region));
                    digest.addTo(sha256);
                }
            }
            return isEmpty ? Optional.empty() : Optional.of(sha256.build());
        }
    }
}
