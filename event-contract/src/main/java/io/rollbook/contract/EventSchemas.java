package io.rollbook.contract;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema (draft 2020-12) of each payload, shipped with this artifact. */
public final class EventSchemas {

    private static final String FOLDER = "/META-INF/rollbook/schemas/";

    private EventSchemas() {}

    /** The schema as JSON text; it refers to nothing outside itself. */
    public static String of(EventType type) {
        var path = FOLDER + type.eventName() + ".v" + type.revision() + ".json";
        try (var in = EventSchemas.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new FileNotFoundException(path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
