package io.rollbook.verify.json;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** The members of a JSON object by their types; what is absent or of another type is malformed. */
public record Members(Map<String, @Nullable Object> values) {

    public static Members of(byte[] utf8) {
        return new Members(JsonReader.readObject(utf8));
    }

    public String text(String name) {
        if (values.get(name) instanceof String text) {
            return text;
        }
        throw missing(name, "a string");
    }

    public @Nullable String textOrNull(String name) {
        return values.get(name) == null ? null : text(name);
    }

    public long number(String name) {
        if (values.get(name) instanceof Long number) {
            return number;
        }
        throw missing(name, "an integer");
    }

    public Members object(String name) {
        if (values.get(name) instanceof Map<?, ?> members) {
            return new Members(JsonReader.asObject(members));
        }
        throw missing(name, "an object");
    }

    public List<?> array(String name) {
        if (values.get(name) instanceof List<?> elements) {
            return elements;
        }
        throw missing(name, "an array");
    }

    private static MalformedJson missing(String name, String kind) {
        return new MalformedJson("The member " + name + " must be " + kind + ".");
    }
}
