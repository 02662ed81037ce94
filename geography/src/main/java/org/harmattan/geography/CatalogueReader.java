package org.harmattan.geography;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.harmattan.geography.BoundaryReader.Boundaries;

/**
 * Reads the catalogue file and what it names: {@code {"format": "harmattan-catalogue/1", "name", "boundaries": file,
 * "aliases": file, "theatres": [{"name", "partition", "owns": [country, …]}]}}.
 */
final class CatalogueReader {

    static final String FORMAT = "harmattan-catalogue/1";

    /** More partitions than this are a mistake, not a plan. */
    private static final int MAX_PARTITION = 999;

    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final int MAX_NAME = 64;

    private final CatalogueFiles files;
    private final Findings findings = new Findings();

    private CatalogueReader(CatalogueFiles files) {
        this.files = files;
    }

    /** A theatre as the file gives it; its countries are sorted. */
    record TheatreEntry(String name, int partition, List<CountryCode> owns) {}

    /**
     * Whether the boundaries are also tested for fitting together. The shipped ones are, by a test of this module, and need
     * not be at every start.
     */
    enum Coverage {
        TEST,
        TRUST
    }

    /** @throws InvalidCatalogueException with everything that is wrong */
    static Catalogue read(CatalogueFiles files, Coverage coverage) {
        return new CatalogueReader(files).readAll(coverage);
    }

    private Catalogue readAll(Coverage coverage) {
        String file = files.catalogueName();
        byte[] bytes = files.read(file, findings);
        findings.stopIfAny();
        Optional<StrictObject> parsed = StrictObject.parse(bytes, file, findings);
        findings.stopIfAny();
        StrictObject root = parsed.orElseThrow();

        root.allowOnly("format", "name", "boundaries", "aliases", "theatres");
        requireFormat(root, FORMAT);
        String name = plainName(root, "name");
        String boundariesName = fileName(root, "boundaries");
        String aliasesName = fileName(root, "aliases");
        if (List.of(CatalogueFiles.CATALOGUE, file).contains(boundariesName)
                || List.of(CatalogueFiles.CATALOGUE, file, boundariesName).contains(aliasesName)) {
            root.problem("boundaries", "one file is named for two things", "name three different files");
        }
        findings.stopIfAny();

        byte[] boundaryBytes = files.read(boundariesName, findings);
        byte[] aliasBytes = files.read(aliasesName, findings);
        findings.stopIfAny();
        Boundaries boundaries = BoundaryReader.read(boundaryBytes, boundariesName, findings);
        findings.stopIfAny();

        List<TheatreEntry> theatres = readTheatres(root, boundaries, boundariesName);
        Aliases aliases = AliasReader.read(aliasBytes, aliasesName, boundaries, findings);
        NameIndex names = new NameIndex(boundaries.countries(), boundaries.regions(), aliases, aliasesName, findings);
        if (coverage == Coverage.TEST) {
            CoverageCheck.run(boundaries.regions(), boundariesName, findings);
        }
        findings.stopIfAny();
        SortedMap<String, byte[]> contents = new TreeMap<>();
        contents.put(CatalogueFiles.CATALOGUE, bytes);
        contents.put(boundariesName, boundaryBytes);
        contents.put(aliasesName, aliasBytes);
        return new Catalogue(
                name,
                CatalogueDigest.of(name, boundaries.regions(), boundaries.legacyCodes(), aliases, theatres),
                boundaries,
                names,
                theatres,
                new CatalogueFiles.Contents(boundariesName, contents));
    }

    static void requireFormat(StrictObject root, String format) {
        root.text("format")
                .filter(given -> !given.equals(format))
                .ifPresent(given -> root.problem(
                        "format",
                        "'" + given + "' is not known here",
                        "set it to \"" + format + "\" or use a newer release"));
    }

    private static String plainName(StrictObject object, String field) {
        String name = object.text(field).orElse("");
        if (!name.isEmpty() && (!PLAIN_NAME.matcher(name).matches() || name.length() > MAX_NAME)) {
            object.problem(
                    field,
                    "'" + name + "' is no plain name",
                    "use at most " + MAX_NAME + " small letters, digits and single hyphens");
        }
        return name;
    }

    private static String fileName(StrictObject root, String field) {
        String name = root.text(field).orElse("");
        if (!name.isEmpty() && !CatalogueFiles.isPlainName(name)) {
            root.problem(
                    field,
                    "'" + name + "' is not the plain name of a file",
                    "put the file beside this one and give its name without a folder");
        }
        return name;
    }

    private List<TheatreEntry> readTheatres(StrictObject root, Boundaries boundaries, String boundariesName) {
        Set<CountryCode> known = new TreeSet<>();
        boundaries.countries().forEach(country -> known.add(country.code()));
        Map<CountryCode, String> owners = new TreeMap<>();
        Map<String, String> names = new TreeMap<>();
        Map<Integer, String> partitions = new TreeMap<>();
        List<TheatreEntry> theatres = new ArrayList<>();
        for (StrictObject entry : root.objects("theatres")) {
            entry.allowOnly("name", "partition", "owns");
            String name = plainName(entry, "name");
            Optional<Integer> partition = entry.wholeNumber("partition", 0, MAX_PARTITION);
            List<CountryCode> owns = readOwned(entry, known, owners, boundariesName);
            if (!name.isEmpty() && names.putIfAbsent(name, entry.path()) != null) {
                entry.problem("name", "another theatre is called " + name, "give each theatre a name of its own");
            }
            partition
                    .map(number -> partitions.putIfAbsent(number, name))
                    .ifPresent(other -> entry.problem(
                            "partition",
                            "theatre " + other + " has this partition",
                            "give each theatre a partition of its own"));
            partition.ifPresent(number -> theatres.add(new TheatreEntry(name, number, owns)));
        }
        for (CountryCode country : known) {
            if (!owners.containsKey(country)) {
                root.problem(
                        "theatres",
                        "no theatre owns " + country + ", which has regions in " + boundariesName,
                        "add it to the owns of a theatre");
            }
        }
        theatres.sort(Comparator.comparing(TheatreEntry::partition));
        return List.copyOf(theatres);
    }

    private static List<CountryCode> readOwned(
            StrictObject entry, Set<CountryCode> known, Map<CountryCode, String> owners, String boundariesName) {
        List<CountryCode> owns = new ArrayList<>();
        List<String> given = entry.texts("owns");
        for (int i = 0; i < given.size(); i++) {
            String field = "owns[" + i + "]";
            String code = given.get(i);
            if (!CountryCode.isWellFormed(code) || !known.contains(new CountryCode(code))) {
                entry.problem(
                        field,
                        "'" + code + "' is no country with regions in " + boundariesName,
                        "remove it, or add its regions to the boundaries");
                continue;
            }
            CountryCode country = new CountryCode(code);
            String owner = owners.putIfAbsent(country, entry.path());
            if (owner != null) {
                entry.problem(field, country + " is already owned by " + owner, "let one theatre own it, once");
                continue;
            }
            owns.add(country);
        }
        Collections.sort(owns);
        return List.copyOf(owns);
    }
}
