package org.harmattan.geography;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.harmattan.geography.BoundaryReader.Boundaries;
import org.harmattan.geography.CatalogueReader.Coverage;
import org.harmattan.geography.CatalogueReader.TheatreEntry;
import org.jspecify.annotations.Nullable;

/**
 * The regions that Harmattan watches, with their borders, names and theatres. It never changes and may be shared by all
 * threads. Everything derived is the same on every machine and Java release; every list is sorted by code, theatres by
 * partition.
 */
public final class Catalogue {

    private final String name;
    private final String digest;
    private final List<Region> regions;
    private final List<Country> countries;
    private final List<Theatre> theatres;
    private final SortedMap<RegionCode, String> legacyCodes;
    private final NameIndex names;
    private final Borders borders;
    private final CatalogueFiles.Contents contents;

    private final Map<RegionCode, Integer> index = new HashMap<>();
    private final Map<CountryCode, Country> countryIndex = new HashMap<>();
    private final SortedMap<CountryCode, List<Region>> byCountry = new TreeMap<>();
    private final SortedMap<CountryCode, Set<CountryCode>> bordering = new TreeMap<>();
    private final Map<CountryCode, Theatre> owners = new HashMap<>();

    private volatile @Nullable RegionLocator locator;

    Catalogue(
            String name,
            String digest,
            Boundaries boundaries,
            NameIndex names,
            List<TheatreEntry> theatreEntries,
            CatalogueFiles.Contents contents) {
        this.name = name;
        this.digest = digest;
        this.names = names;
        this.contents = contents;
        regions = boundaries.regions();
        countries = boundaries.countries();
        legacyCodes = Collections.unmodifiableSortedMap(boundaries.legacyCodes());
        borders = Borders.of(regions);
        for (Country country : countries) {
            countryIndex.put(country.code(), country);
            bordering.put(country.code(), new TreeSet<>());
            byCountry.put(
                    country.code(),
                    regions.stream()
                            .filter(region -> region.country().equals(country))
                            .toList());
        }
        for (int i = 0; i < regions.size(); i++) {
            CountryCode here = regions.get(i).code().country();
            index.put(regions.get(i).code(), i);
            for (Neighbour neighbour : borders.neighbours(i)) {
                if (!neighbour.region().country().equals(here)) {
                    known(bordering, here).add(neighbour.region().country());
                }
            }
        }
        theatres = theatreEntries.stream().map(this::theatre).toList();
        for (Theatre theatre : theatres) {
            theatre.owns().forEach(country -> owners.put(country, theatre));
        }
    }

    /** The catalogue that comes with Harmattan: 360 regions of 26 countries of West and Central Africa, one theatre. */
    public static Catalogue shipped() {
        return Shipped.CATALOGUE;
    }

    /**
     * Reads a catalogue.
     *
     * @param path the catalogue file, or the folder that holds it under the name {@code catalogue.json}; the files that it
     *     names lie beside it
     * @throws InvalidCatalogueException with everything that is wrong, each with its field and fix
     */
    public static Catalogue load(Path path) {
        return CatalogueReader.read(CatalogueFiles.inFolder(path), Coverage.TEST);
    }

    /** The catalogue's name: small letters, digits and hyphens. */
    public String name() {
        return name;
    }

    /** SHA-256 of what the catalogue says, 64 hexadecimal digits: equal content, equal digest, on any machine. */
    public String digest() {
        return digest;
    }

    /** All regions in code order. */
    public List<Region> regions() {
        return regions;
    }

    /** The regions of a country in code order; none for a country that the catalogue does not know. */
    public List<Region> regionsOf(CountryCode country) {
        return byCountry.getOrDefault(country, List.of());
    }

    /** The region of this very code; a code that is only an alias finds none (see {@link #resolve}). */
    public Optional<Region> find(RegionCode code) {
        return Optional.ofNullable(index.get(code)).map(regions::get);
    }

    /** @throws NoSuchElementException if the catalogue has no region of this code */
    public Region region(RegionCode code) {
        return regions.get(indexOf(code));
    }

    /**
     * The region that a code stands for today or stood for: its own code, or that of a unit which lies in it and is not in
     * the catalogue, such as ML-9 (Ménaka) for ML-7 (Gao).
     */
    public Optional<Region> resolve(RegionCode code) {
        return names.code(code).flatMap(this::find);
    }

    /**
     * The region that a name means within a country, in English, French or as an alias. Accents, capitals, hyphens and the
     * word for the kind of unit ("Mopti region", "Région de Mopti") do not matter.
     */
    public Optional<Region> regionNamed(CountryCode country, String regionName) {
        return names.region(country, regionName).flatMap(this::find);
    }

    /** All countries in code order. */
    public List<Country> countries() {
        return countries;
    }

    /** The country of this code, if the catalogue has regions of it. */
    public Optional<Country> country(CountryCode code) {
        return Optional.ofNullable(countryIndex.get(code));
    }

    /** The country that a name means, in English, French or as an alias such as "Ivory Coast". */
    public Optional<Country> countryNamed(String countryName) {
        return names.country(countryName).flatMap(this::country);
    }

    /**
     * The regions that share a land border with a region, in code order; empty for an island.
     *
     * @throws NoSuchElementException if the catalogue has no region of this code
     */
    public List<Neighbour> neighbours(RegionCode code) {
        return borders.neighbours(indexOf(code));
    }

    /** The countries that share a land border with a country, within the catalogue, in code order. */
    public List<CountryCode> countriesBordering(CountryCode country) {
        return List.copyOf(bordering.getOrDefault(country, Set.of()));
    }

    /** All theatres in the order of their partitions. */
    public List<Theatre> theatres() {
        return theatres;
    }

    /** The theatre of this name. */
    public Optional<Theatre> theatreNamed(String theatreName) {
        return theatres.stream()
                .filter(theatre -> theatre.name().equals(theatreName))
                .findFirst();
    }

    /** How many partitions intake and ledger need: one more than the highest partition of a theatre. */
    public int partitions() {
        return theatres.get(theatres.size() - 1).partition() + 1;
    }

    /**
     * The theatre that owns a region.
     *
     * @throws NoSuchElementException if the catalogue has no region of this code
     */
    public Theatre theatreOf(RegionCode code) {
        return known(owners, region(code).country().code());
    }

    /**
     * Every theatre that a report about the region goes to: the one that owns it and those that see it, in the order of
     * their partitions.
     *
     * @throws NoSuchElementException if the catalogue has no region of this code
     */
    public List<Theatre> theatresSeeing(RegionCode code) {
        CountryCode country = region(code).country().code();
        return theatres.stream().filter(theatre -> theatre.hearsOf(country)).toList();
    }

    /**
     * Codes of the catalogue whose unit ISO 3166-2 has withdrawn or made smaller since the boundaries were drawn, each with
     * what became of it. For information only.
     */
    public SortedMap<RegionCode, String> legacyCodes() {
        return legacyCodes;
    }

    /** The locator over these regions; built on first use and then shared. */
    public RegionLocator locator() {
        RegionLocator built = locator;
        if (built == null) {
            synchronized (this) {
                built = locator;
                if (built == null) {
                    built = new RegionLocator(regions, borders);
                    locator = built;
                }
            }
        }
        return built;
    }

    /** The boundary file as it was read, GeoJSON in UTF-8, for a map. A fresh copy at each call. */
    public byte[] geoJson() {
        return known(contents.bytesByName(), contents.boundariesName()).clone();
    }

    /**
     * Writes the catalogue's files, byte for byte as they were read, into a folder that must exist: {@code catalogue.json}
     * and what it names. {@link #load} of the folder gives an equal digest.
     *
     * @throws IOException if a file cannot be written
     */
    public void writeTo(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : contents.bytesByName().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    @Override
    public String toString() {
        return name + " (" + regions.size() + " regions, " + digest.substring(0, 12) + ")";
    }

    private int indexOf(RegionCode code) {
        Integer found = index.get(code);
        if (found == null) {
            throw new NoSuchElementException("catalogue " + name + " has no region " + code);
        }
        return found;
    }

    private Theatre theatre(TheatreEntry entry) {
        Set<CountryCode> sees = new TreeSet<>();
        entry.owns().forEach(country -> sees.addAll(known(bordering, country)));
        sees.removeAll(Set.copyOf(entry.owns()));
        return new Theatre(
                entry.name(),
                entry.partition(),
                entry.owns(),
                List.copyOf(sees),
                regionsOfAll(entry.owns()),
                regionsOfAll(sees));
    }

    private List<Region> regionsOfAll(Iterable<CountryCode> codes) {
        List<Region> all = new ArrayList<>();
        codes.forEach(country -> all.addAll(regionsOf(country)));
        all.sort((one, other) -> one.code().compareTo(other.code()));
        return all;
    }

    /** For tables that the reader has made sure to be complete. */
    private static <K, T> T known(Map<K, T> table, K key) {
        T value = table.get(key);
        if (value == null) {
            throw new IllegalStateException("the catalogue's reader let something through that it lacks: " + key);
        }
        return value;
    }

    /** Read once, at its first use. */
    private static final class Shipped {
        private static final Catalogue CATALOGUE = CatalogueReader.read(
                CatalogueFiles.onClassPath("/org/harmattan/geography/west-central-africa"), Coverage.TRUST);

        private Shipped() {}
    }
}
