package io.rollbook.standalone.crossing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A line of {@code crossing-places.txt}.
 *
 * @param route as in {@code routes.txt}, with one space
 * @param what {@code path}, {@code none} or a kind
 * @param unread whether an id of one's own is answered alike
 * @param request the rest of the request
 */
record Place(String route, String what, boolean unread, String request) {

    private static final String UNREAD = " unread";

    /** All lines of the file. */
    static List<Place> all() {
        try (InputStream file = Place.class.getResourceAsStream("/crossing-places.txt")) {
            if (file == null) {
                throw new IllegalStateException("crossing-places.txt is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Place::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Place of(String line) {
        var parts = line.split(" *\\| *", 3);
        if (parts.length < 3) {
            throw new IllegalStateException("crossing-places.txt: three parts needed: " + line);
        }
        boolean unread = parts[1].endsWith(UNREAD);
        var what = unread ? parts[1].substring(0, parts[1].length() - UNREAD.length()) : parts[1];
        return new Place(parts[0], what, unread, parts[2].strip());
    }

    boolean isPath() {
        return what.equals("path");
    }

    boolean isNone() {
        return what.equals("none");
    }

    /** Empty for the path, for no place at all, and for what is no kind. */
    Optional<Kind> kind() {
        return Kind.ofParameter(what).filter(kind -> kind.name().equals(what));
    }

    String method() {
        return route.substring(0, route.indexOf(' '));
    }

    String template() {
        return route.substring(route.indexOf(' ') + 1);
    }

    @Override
    public String toString() {
        return route + " | " + what + (unread ? UNREAD : "") + " | " + request;
    }
}
