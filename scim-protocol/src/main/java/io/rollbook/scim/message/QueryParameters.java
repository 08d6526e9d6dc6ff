package io.rollbook.scim.message;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The query of a request. A plus is a space, as Entra writes it; of a repeated parameter the first
 * counts; nobody minds parameters that nobody asks for (RFC 7644 §3.4.2).
 */
public final class QueryParameters {
    private final Map<String, String> values;

    private QueryParameters(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** Never fails: an escape that is none stands for itself. */
    public static QueryParameters parse(String rawQuery) {
        Map<String, String> values = new HashMap<>();
        for (String pair : rawQuery.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            values.putIfAbsent(name, value);
        }
        return new QueryParameters(values);
    }

    public @Nullable String get(String name) {
        return values.get(name);
    }

    private static String decode(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return encoded.replace('+', ' ');
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        byte[] raw = encoded.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            int escaped = raw[i] == '%' ? escaped(raw, i) : -1;
            if (escaped >= 0) {
                bytes.write(escaped);
                i += 2;
            } else {
                bytes.write(raw[i] == '+' ? ' ' : raw[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int escaped(byte[] raw, int percent) {
        if (percent + 2 >= raw.length) {
            return -1;
        }
        int high = Character.digit(raw[percent + 1], 16);
        int low = Character.digit(raw[percent + 2], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
