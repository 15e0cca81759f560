import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares the licences of all components ({@code target/sbom.json}, CycloneDX) with those of {@code docs/licences.md}; ends with 1 on a difference. */
class Licences {

    public static void main(String[] files) throws IOException {
        var allowed = new TreeMap<String, String>(); // licences, and components with the licence that they have in the list
        for (var line : Files.readAllLines(Path.of(files[1]))) {
            if (line.startsWith("| `")) {
                var cells = line.split(" *\\| *");
                allowed.put(cells[1].replace("`", ""), cells[2]);
            }
        }
        var wrong = wrong(JsonMapper.shared().readTree(Path.of(files[0])).path("components"), allowed);
        wrong.forEach(System.err::println);
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    private static List<String> wrong(JsonNode components, Map<String, String> allowed) {
        var wrong = new ArrayList<String>();
        var looked = new TreeSet<>(allowed.keySet());
        looked.removeIf(name -> !name.contains(":"));
        for (var component : components) {
            var name = component.path("group").asString("") + ":" + component.path("name").asString();
            var licences = component.path("licenses").valueStream().map(Licences::name).toList();
            looked.remove(name);
            if (licences.stream().noneMatch(licence -> allowed.containsKey(licence) || licence.equals(allowed.get(name)))) {
                wrong.add(name + ":" + component.path("version").asString("") + " has no licence of docs/licences.md: " + licences);
            }
        }
        looked.forEach(name -> wrong.add(name + " stands in docs/licences.md and is no component any more"));
        return components.isEmpty() ? List.of("the list of components is empty") : wrong;
    }

    /** As SPDX has it, or else as the component calls it. */
    private static String name(JsonNode licence) {
        var named = licence.path("license");
        return named.path("id").asString(named.path("name").asString(licence.path("expression").asString("unknown")));
    }
}
