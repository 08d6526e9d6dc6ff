package io.rollbook.standalone.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.gateway.path.ListedRoute;
import io.rollbook.gateway.path.RouteList;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whoever adds a route says where in its requests an id of another tenant could stand. */
class PlacesTest {

    /** Names in paths that are no ids of a tenant. */
    private static final Set<String> WORDS = Set.of("resourceType");

    private final List<Place> places = Place.all();

    @Test
    void everyRouteHasItsPlaces() {
        var covered = places.stream().map(Place::route).collect(Collectors.toSet());

        for (var route : RouteList.all()) {
            assertThat(covered)
                    .as(
                            "The route '%s' is new: add to"
                                + " standalone/src/test/resources/crossing-places.txt a line '%s |"
                                + " path | …', and one for each other place where an id could"
                                + " stand, or '| none | why'",
                            route, route)
                    .contains(route.toString());
        }
    }

    @Test
    void everyNameInAPathIsTried() {
        for (var route : RouteList.all()) {
            var ids = route.parameters().stream().filter(name -> !WORDS.contains(name)).toList();
            assertThat(ids)
                    .as(
                            "Names in the path of '%s': each needs a constant of that name in Kind,"
                                    + " and the id of each tenant in Furniture",
                            route)
                    .allMatch(name -> Kind.ofParameter(name).isPresent());
            if (!ids.isEmpty()) {
                assertThat(places)
                        .as("Add '%s | path | …' to crossing-places.txt", route)
                        .anyMatch(place -> place.isPath() && place.route().equals(name(route)));
            }
        }
    }

    @Test
    void everyPlaceIsOfARouteAndOfAKind() {
        var routes = RouteList.all().stream().map(ListedRoute::toString).toList();

        for (var place : places) {
            assertThat(routes).as("Not in routes.txt: %s", place).contains(place.route());
            assertThat(place.isPath() || place.isNone() || place.kind().isPresent())
                    .as("Neither path, none nor a constant of Kind: %s", place)
                    .isTrue();
        }
    }

    private static String name(ListedRoute route) {
        return route.toString();
    }
}
