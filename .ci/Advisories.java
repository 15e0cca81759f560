import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipFile;

import org.apache.maven.artifact.versioning.ComparableVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares all components ({@code target/sbom.json}, CycloneDX) with advisories in the OSV format: a list in a JSON file, or a zip with a file for
 * each, as osv.dev exports them for Maven. Ends with 1 if one says that a component has a known weakness.
 */
class Advisories {

    private static final JsonMapper JSON = JsonMapper.shared();

    public static void main(String[] files) throws IOException {
        var versions = new HashMap<String, List<String>>();
        for (var component : JSON.readTree(Path.of(files[0])).path("components")) {
            var name = component.path("group").asString("") + ":" + component.path("name").asString();
            versions.computeIfAbsent(name, key -> new ArrayList<>()).add(component.path("version").asString());
        }
        var advisories = 0;
        var wrong = new TreeSet<String>();
        for (var file : Arrays.asList(files).subList(1, files.length)) {
            for (var advisory : read(file)) {
                advisories++;
                wrong.addAll(wrong(advisory, versions));
            }
        }
        wrong.forEach(System.err::println);
        System.out.printf("%d components, %d advisories, %d known weaknesses%n", versions.size(), advisories, wrong.size());
        System.exit(wrong.isEmpty() && advisories > 0 && !versions.isEmpty() ? 0 : 1);
    }

    private static List<JsonNode> read(String file) throws IOException {
        if (!file.endsWith(".zip")) {
            return JSON.readTree(Path.of(file)).valueStream().toList();
        }
        var read = new ArrayList<JsonNode>();
        try (var zip = new ZipFile(file)) {
            for (var entry : zip.stream().toList()) {
                read.add(JSON.readTree(zip.getInputStream(entry)));
            }
        }
        return read;
    }

    private static List<String> wrong(JsonNode advisory, Map<String, List<String>> versions) {
        var wrong = new ArrayList<String>();
        for (var affected : advisory.path("affected")) {
            var name = affected.path("package").path("name").asString("");
            for (var version : versions.getOrDefault(name, List.of())) {
                if (!advisory.has("withdrawn") && isAffected(affected, version)) {
                    wrong.add(name + ":" + version + " " + advisory.path("id").asString() + " " + advisory.path("aliases") + ": "
                            + advisory.path("summary").asString(""));
                }
            }
        }
        return wrong;
    }

    private static boolean isAffected(JsonNode affected, String version) {
        return affected.path("versions").valueStream().anyMatch(one -> one.asString().equals(version))
                || affected.path("ranges").valueStream().filter(range -> range.path("type").asString("").equals("ECOSYSTEM"))
                        .anyMatch(range -> isIn(range.path("events"), new ComparableVersion(version)));
    }

    /** Events come in the order of versions; one introduces the weakness, the next ends it. Ranges of other types count commits, or in other ways. */
    private static boolean isIn(JsonNode events, ComparableVersion version) {
        var in = false;
        for (var event : events) {
            if (event.has("introduced")) {
                var introduced = event.path("introduced").asString();
                in = in || introduced.equals("0") || version.compareTo(new ComparableVersion(introduced)) >= 0;
            } else if (event.has("fixed")) {
                in = in && version.compareTo(new ComparableVersion(event.path("fixed").asString())) < 0;
            } else if (event.has("last_affected")) {
                in = in && version.compareTo(new ComparableVersion(event.path("last_affected").asString())) <= 0;
            }
        }
        return in;
    }
}
