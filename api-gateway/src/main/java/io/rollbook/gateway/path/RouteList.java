package io.rollbook.gateway.path;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All routes that the services answer, from {@code routes.txt}: a path that is not here reaches
 * none of them. So nothing is open that no test knows of.
 */
public final class RouteList {

    private static final List<ListedRoute> ROUTES = read();

    private RouteList() {}

    public static List<ListedRoute> all() {
        return ROUTES;
    }

    /**
     * @param segments decoded, from the root, each in its one form
     */
    static boolean has(List<String> segments) {
        return ROUTES.stream().anyMatch(route -> route.leadsTo(segments));
    }

    /**
     * Which methods there are at a path, in the order of their names; none where it leads nowhere.
     *
     * @param path decoded, from the root
     */
    public static SortedSet<String> methodsAt(String path) {
        List<String> segments =
                Stream.of(path.split("/")).filter(segment -> !segment.isEmpty()).toList();
        SortedSet<String> methods = new TreeSet<>();
        ROUTES.stream()
                .filter(route -> route.leadsTo(segments))
                .forEach(route -> methods.add(route.method()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }

    private static List<ListedRoute> read() {
        try (InputStream file = RouteList.class.getResourceAsStream("/routes.txt")) {
            if (file == null) {
                throw new IllegalStateException("routes.txt is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(ListedRoute::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
