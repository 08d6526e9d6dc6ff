package io.rollbook.contract;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The golden files: what stood on the topic when a revision was published. */
final class Golden {

    static final Path FOLDER = Path.of("src/test/resources/golden");
    static final JsonMapper JSON = JsonMapper.builder().build();

    private Golden() {}

    static String fileName(EventType type) {
        return type.eventName() + ".v" + type.revision() + ".json";
    }

    /** What the type's payload looks like with members that the revision gained later. */
    static List<String> withAdditions(EventType type) throws IOException {
        var begin = fileName(type).replace(".json", "+");
        var texts = new ArrayList<String>();
        try (var files = Files.list(FOLDER)) {
            for (var file : files.sorted().toList()) {
                if (file.getFileName().toString().startsWith(begin)) {
                    texts.add(Files.readString(file));
                }
            }
        }
        return texts;
    }

    static String text(EventType type) throws IOException {
        return Files.readString(FOLDER.resolve(fileName(type)));
    }
}
