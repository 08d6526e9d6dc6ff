package io.rollbook.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The list of what is shipped: it is whole, and every library may be shipped. */
class SuppliedLibrariesIT {

    private static final Path TARGET = Path.of("target");

    /** Of a library with several licences one is enough: they are for the user to choose from. */
    private static final Set<String> ALLOWED =
            Set.of(
                    "Apache-2.0",
                    "MIT",
                    "MIT-0",
                    "BSD-2-Clause",
                    "BSD-3-Clause",
                    "0BSD",
                    "EPL-1.0",
                    "EPL-2.0",
                    "PostgreSQL");

    /** Licences that have no identifier in the list, and why they are fine. */
    private static final Map<String, String> READ_BY_US =
            Map.of(
                    "io.github.x-stream:mxparser", "as BSD, with an acknowledgement",
                    "xmlpull:xmlpull", "in the public domain",
                    "com.google.re2j:re2j", "that of Go: BSD-3-Clause");

    private final JsonNode components =
            JsonMapper.shared().readTree(TARGET.resolve("rollbook.cdx.json")).path("components");

    @Test
    void everyLibraryMayBeShipped() {
        assertThat(components.valueStream().filter(library -> !isOurs(library)).toList())
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        library ->
                                assertThat(READ_BY_US.containsKey(name(library)) || isFree(library))
                                        .as(
                                                "%s %s has the licences %s: see CONTRIBUTING.md",
                                                name(library),
                                                text(library, "version"),
                                                licences(library))
                                        .isTrue());
    }

    /** A scanner finds what is named with its version; a hash tells what was exchanged. */
    @Test
    void everyLibraryIsNamedWithItsVersionAndHash() {
        assertThat(components)
                .allSatisfy(library -> assertThat(text(library, "purl")).contains("@"))
                .filteredOn(library -> !isOurs(library))
                .allSatisfy(library -> assertThat(library.path("hashes").isEmpty()).isFalse());
    }

    @Test
    void everyJarThatIsShippedIsInTheList() {
        var listed = new HashSet<String>();
        components.forEach(
                library -> listed.add(text(library, "name") + "-" + text(library, "version")));

        var jars = List.of(TARGET.resolve("lib").toFile().list());

        assertThat(jars)
                .isNotEmpty()
                .allSatisfy(
                        jar ->
                                assertThat(listed)
                                        .anyMatch(
                                                library ->
                                                        jar.equals(library + ".jar")
                                                                || jar.startsWith(library + "-")));
    }

    private static boolean isOurs(JsonNode library) {
        return text(library, "group").equals("io.rollbook");
    }

    private static boolean isFree(JsonNode library) {
        return licences(library).stream().anyMatch(ALLOWED::contains);
    }

    private static List<String> licences(JsonNode library) {
        return library.path("licenses")
                .valueStream()
                .map(entry -> entry.path("license"))
                .map(licence -> licence.path("id").asString(licence.path("name").asString("")))
                .toList();
    }

    private static String name(JsonNode library) {
        return text(library, "group") + ":" + text(library, "name");
    }

    private static String text(JsonNode library, String member) {
        return library.path(member).asString("");
    }
}
