package io.rollbook.contract;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The golden files: what stood on the topic when a revision was published. */
final class Golden {

    static final Path FOLDER = Path.of("src/test/resources/golden");
    static final JsonMapper JSON = JsonMapper.builder().build();

    private Golden() {}

    static String fileName(EventType type) {
        return type.eventName() + ".v" + type.revision() + ".json";
    }

    static String text(EventType type) throws IOException {
        return Files.readString(FOLDER.resolve(fileName(type)));
    }
}
