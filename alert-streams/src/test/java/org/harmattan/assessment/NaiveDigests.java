package org.harmattan.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.harmattan.incident.SetDigest;
import org.harmattan.incident.Sha256;
import org.harmattan.schemas.assessment.StateDigest;
import org.harmattan.schemas.serde.CanonicalBody;

/** Digests of the slow twin's state, from nothing at each pulse. */
final class NaiveDigests {

    private final NaiveTwin twin;

    NaiveDigests(NaiveTwin twin) {
        this.twin = twin;
    }

    StateDigest all() {
        return new StateDigest(byCountry(reports()), byCountry(counts()), alerts(), rules());
    }

    private TreeMap<String, List<Sha256>> reports() {
        TreeMap<String, List<Sha256>> byRegion = new TreeMap<>();
        for (NaiveTwin.Standing standing : twin.standing.values()) {
            Sha256 digest = new Sha256.Builder()
                    .addSized(CanonicalBody.of(standing.report()))
                    .add(standing.acceptedAt().toEpochMilli())
                    .build();
            for (String region : twin.regionsOf(standing.report())) {
                byRegion.computeIfAbsent(region, code -> new ArrayList<>()).add(digest);
            }
        }
        return byRegion;
    }

    private TreeMap<String, List<Sha256>> counts() {
        TreeMap<String, List<Sha256>> byRegion = new TreeMap<>();
        twin.counts().forEach((region, days) -> {
            TreeMap<Integer, long[]> pages = new TreeMap<>();
            days.forEach((day, micro) -> pages.computeIfAbsent(Math.floorDiv(day, 32), page -> new long[32])[
                    Math.floorMod(day, 32)] = micro);
            pages.forEach((page, counts) -> {
                Sha256.Builder sha256 = new Sha256.Builder().add((long) page);
                boolean isEmpty = true;
                for (long count : counts) {
                    sha256.add(count);
                    isEmpty &= count == 0;
                }
                if (!isEmpty) {
                    byRegion.computeIfAbsent(region, code -> new ArrayList<>()).add(sha256.build());
                }
            });
        });
        return byRegion;
    }

    private static String byCountry(TreeMap<String, List<Sha256>> byRegion) {
        TreeMap<String, Sha256.Builder> byCountry = new TreeMap<>();
        byRegion.forEach((region, elements) -> {
            SetDigest set = SetDigest.EMPTY;
            for (Sha256 element : elements) {
                set = set.plus(element);
            }
            Sha256.Builder country = byCountry.computeIfAbsent(region.substring(0, 2), code -> new Sha256.Builder());
            country.addSized(region);
            set.addTo(country);
        });
        Sha256.Builder all = new Sha256.Builder();
        byCountry.forEach((country, digest) -> all.addSized(country).add(digest.build()));
        return all.build().hex();
    }

    private String alerts() {
        Sha256.Builder all = new Sha256.Builder();
        for (Map.Entry<String, Map<String, WatchState>> region : twin.watches.entrySet()) {
            Sha256.Builder watches = new Sha256.Builder();
            region.getValue().forEach((rule, state) -> watches.addSized(rule).addSized(StoredParts.watch(state)));
            all.addSized(region.getKey()).addSized(watches.build().hex());
        }
        twin.ended.forEach((id, event) -> all.addSized(id).addSized(CanonicalBody.of(event)));
        return all.build().hex();
    }

    private String rules() {
        Sha256.Builder all = new Sha256.Builder();
        if (twin.parameters != null) {
            all.addSized(CanonicalBody.of(twin.parameters));
        }
        twin.rules.forEach((id, rule) -> all.addSized(id).addSized(CanonicalBody.of(rule)));
        return all.build().hex();
    }
}
