package org.harmattan.geography;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.harmattan.geography.Aliases.CodeAlias;
import org.harmattan.geography.Aliases.CountryName;
import org.harmattan.geography.Aliases.RegionName;
import org.harmattan.geography.BoundaryReader.Boundaries;

/**
 * Reads the aliases file: {@code {"format": "harmattan-aliases/1", "countries": [{"name", "country", "because"}], "codes":
 * [{"code", "region", "because"}], "regions": [{"name", "region", "because"}]}}. Whether two names contradict each other
 * is for {@link NameIndex} to find.
 */
final class AliasReader {

    static final String FORMAT = "harmattan-aliases/1";

    private final Set<RegionCode> regions = new TreeSet<>();
    private final Set<CountryCode> countries = new TreeSet<>();

    private AliasReader(Boundaries boundaries) {
        boundaries.regions().forEach(region -> regions.add(region.code()));
        boundaries.countries().forEach(country -> countries.add(country.code()));
    }

    static Aliases read(byte[] bytes, String file, Boundaries boundaries, Findings findings) {
        return StrictObject.parse(bytes, file, findings)
                .map(new AliasReader(boundaries)::readAll)
                .orElse(new Aliases(List.of(), List.of(), List.of()));
    }

    private Aliases readAll(StrictObject root) {
        root.allowOnly("format", "countries", "codes", "regions");
        CatalogueReader.requireFormat(root, FORMAT);
        List<CountryName> countryNames = new ArrayList<>();
        List<CodeAlias> codes = new ArrayList<>();
        List<RegionName> regionNames = new ArrayList<>();
        if (root.has("countries")) {
            root.objects("countries").forEach(entry -> readCountryName(entry).ifPresent(countryNames::add));
        }
        if (root.has("codes")) {
            root.objects("codes").forEach(entry -> readCode(entry).ifPresent(codes::add));
        }
        if (root.has("regions")) {
            root.objects("regions").forEach(entry -> readRegionName(entry).ifPresent(regionNames::add));
        }
        countryNames.sort(Comparator.comparing(CountryName::country).thenComparing(CountryName::name));
        codes.sort(Comparator.comparing(CodeAlias::code));
        regionNames.sort(Comparator.comparing(RegionName::region).thenComparing(RegionName::name));
        return new Aliases(List.copyOf(countryNames), List.copyOf(codes), List.copyOf(regionNames));
    }

    private Optional<CountryName> readCountryName(StrictObject entry) {
        entry.allowOnly("name", "country", "because");
        Optional<String> name = entry.text("name");
        Optional<CountryCode> country = entry.country("country");
        Optional<String> because = entry.text("because");
        if (country.isPresent() && !countries.contains(country.get())) {
            entry.problem("country", country.get() + " has no region in the boundaries", "remove the alias");
            return Optional.empty();
        }
        return name.isEmpty() || country.isEmpty() || because.isEmpty()
                ? Optional.empty()
                : Optional.of(new CountryName(name.get(), country.get(), because.get()));
    }

    private Optional<CodeAlias> readCode(StrictObject entry) {
        entry.allowOnly("code", "region", "because");
        Optional<RegionCode> code = entry.region("code");
        Optional<RegionCode> region = knownRegion(entry);
        Optional<String> because = entry.text("because");
        if (code.isEmpty() || region.isEmpty() || because.isEmpty()) {
            return Optional.empty();
        }
        if (regions.contains(code.get())) {
            entry.problem("code", code.get() + " is itself a region of the boundaries", "remove the alias");
            return Optional.empty();
        }
        if (!code.get().country().equals(region.get().country())) {
            entry.problem("region", "code and region belong to different countries", "name a region of the country");
            return Optional.empty();
        }
        return Optional.of(new CodeAlias(code.get(), region.get(), because.get()));
    }

    private Optional<RegionName> readRegionName(StrictObject entry) {
        entry.allowOnly("name", "region", "because");
        Optional<String> name = entry.text("name");
        Optional<RegionCode> region = knownRegion(entry);
        Optional<String> because = entry.text("because");
        return name.isEmpty() || region.isEmpty() || because.isEmpty()
                ? Optional.empty()
                : Optional.of(new RegionName(name.get(), region.get(), because.get()));
    }

    private Optional<RegionCode> knownRegion(StrictObject entry) {
        Optional<RegionCode> region = entry.region("region");
        if (region.isPresent() && !regions.contains(region.get())) {
            entry.problem("region", region.get() + " is not in the boundaries", "name a region that is");
            return Optional.empty();
        }
        return region;
    }
}
