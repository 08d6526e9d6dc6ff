package io.rollbook.audit.ingest;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

import java.util.regex.Pattern;

/**
 * Text that PostgreSQL can hold. What a refused request said may be anything; a character that
 * cannot be stored is shown as U+FFFD, and does not stop the log.
 */
final class StorableText {

    private static final Pattern UNSTORABLE = Pattern.compile("[\\x{0}\\x{D800}-\\x{DFFF}]");

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new SimpleModule().addSerializer(String.class, new Strings()))
                    .build();

    private static final class Strings extends StdSerializer<String> {

        Strings() {
            super(String.class);
        }

        @Override
        public void serialize(String value, JsonGenerator json, SerializationContext context) {
            json.writeString(plain(value));
        }
    }

    private StorableText() {}

    static @Nullable String of(@Nullable String text) {
        return text == null ? null : plain(text);
    }

    static @Nullable String json(@Nullable Object value) {
        return value == null ? null : JSON.writeValueAsString(value);
    }

    /** The pattern sees a pair of surrogates as the one character that it is. */
    private static String plain(String text) {
        return UNSTORABLE.matcher(text).replaceAll("\uFFFD");
    }
}
