package io.rollbook.scim.value;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

import java.util.function.Supplier;

/**
 * Makes parsers of JSON that anybody may have sent. Jackson keeps the names that it meets in a
 * table that all documents share. One document full of names whose hash codes collide fills that
 * table, and then innocent documents are refused, or fail: a table that has met more names than our
 * schemas have is thrown away. Thread-safe.
 */
final class Parsers {
    /** Fewer than a table needs to be full of collisions. */
    static final int MOST_NAMES = 256;

    private final Supplier<JsonFactoryBuilder> settings;
    private volatile Names names;

    Parsers(Supplier<JsonFactoryBuilder> settings) {
        this.settings = settings;
        this.names = new Names(settings.get());
    }

    JsonParser of(byte[] json, int start, int length) {
        while (true) {
            Names shared = names;
            JsonParser parser = shared.createParser(ObjectReadContext.empty(), json, start, length);
            // Asked afterwards: the parser has taken the table as it is now, or as it was before.
            if (shared.count() <= MOST_NAMES) {
                return parser;
            }
            names = new Names(settings.get());
        }
    }

    private static final class Names extends JsonFactory {
        private static final long serialVersionUID = 1L;

        Names(JsonFactoryBuilder settings) {
            super(settings);
        }

        int count() {
            return _byteSymbolCanonicalizer.size();
        }
    }
}
