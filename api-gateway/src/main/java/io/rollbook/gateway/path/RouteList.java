package io.rollbook.gateway.path;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

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
