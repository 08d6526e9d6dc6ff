package io.rollbook.gateway.path;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request path as its decoded segments. Doubled and trailing slashes leave no trace; a segment
 * that could be read as another place ({@code ..}, an encoded slash, a control character) makes the
 * whole path malformed.
 */
record RequestPath(List<String> segments) {

    /**
     * @param raw the path as it came, still encoded, without a query
     * @return empty when it is malformed
     */
    static Optional<RequestPath> parse(String raw) {
        List<String> segments = new ArrayList<>();
        for (String part : raw.split("/", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            Optional<String> segment = decode(part).filter(RequestPath::isPlain);
            if (segment.isEmpty()) {
                return Optional.empty();
            }
            segments.add(segment.get());
        }
        return Optional.of(new RequestPath(List.copyOf(segments)));
    }

    boolean startsWith(String... prefix) {
        return segments.size() >= prefix.length
                && segments.subList(0, prefix.length).equals(List.of(prefix));
    }

    /** What follows the first {@code count} segments, with a leading slash; {@code /} for none. */
    String after(int count) {
        return "/" + String.join("/", segments.subList(count, segments.size()));
    }

    private static boolean isPlain(String segment) {
        return !segment.equals(".")
                && !segment.equals("..")
                && segment.chars()
                        .noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
    }

    private static Optional<String> decode(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                decoded.put(bytes[i]);
                continue;
            }
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            decoded.put((byte) ((high << 4) | low));
            i += 2;
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
