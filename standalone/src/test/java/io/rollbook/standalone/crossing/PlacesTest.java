package io.rollbook.standalone.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Map.entry;

import io.rollbook.gateway.door.ApiDocs;
import io.rollbook.gateway.path.ListedRoute;
import io.rollbook.gateway.path.RouteList;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whoever adds a route says where in its requests an id of another tenant could stand. */
class PlacesTest {

    /** Names in paths that are no ids of a tenant. */
    private static final Set<String> WORDS = Set.of("resourceType");

    /** Parameters of queries that name nothing of a tenant, and why. */
    private static final Map<String, String> NO_IDS =
            Map.ofEntries(
                    entry("count", "how many"),
                    entry("$top", "how many"),
                    entry("$count", "a word"),
                    entry("$select", "names of properties"),
                    entry("format", "a word"),
                    entry("stream", "a word"),
                    entry("status", "a word"),
                    entry("action", "a word"),
                    entry("targetType", "a word"),
                    entry("$orderby", "a word"),
                    entry("from", "a time, or a size of one's own log"),
                    entry("to", "a time, or a size of one's own log"),
                    entry("at", "a time"),
                    entry("after", "a place in an order of one's own, looked up nowhere"),
                    entry("before", "a place in an order of one's own, looked up nowhere"),
                    entry("toNumber", "read like fromNumber"));

    /** Cursors that are a place in an order of one's own: a name, or numbers. */
    private static final Pattern OPEN_CURSORS = Pattern.compile("/admin/v1/.*|/audit/history/.*");

    /** Texts in bodies of administration that name nothing of a tenant, and why. */
    private static final Map<String, String> NO_IDS_IN_BODIES =
            Map.ofEntries(
                    entry("profile", "a word"),
                    entry("role", "a word"),
                    entry("roles", "words"),
                    entry("resourceType", "a word"),
                    entry("topic", "a word"),
                    entry("expiresAt", "a time"),
                    entry("reason", "kept as it is"),
                    entry("notifications.emails", "addresses"),
                    entry("notifications.webhook", "an address"),
                    entry("issuer", "an address of an identity provider"),
                    entry("subject", "of an identity provider; compared with its assertions"),
                    entry("audience", "of an identity provider; compared with its assertions"),
                    entry("jwksUri", "an address of an identity provider"));

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

    /** What the server's own description names. */
    @Test
    void everyParameterOfAQueryIsTried() {
        var paths = JsonMapper.shared().readTree(ApiDocs.load().document()).path("paths");
        for (var path : paths.properties()) {
            for (var operation : path.getValue().properties()) {
                var route = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                for (var parameter : operation.getValue().path("parameters")) {
                    var name = parameter.path("name").asString("");
                    if (parameter.path("in").asString("").equals("query")
                            && !NO_IDS.containsKey(name)
                            && !(name.equals("cursor")
                                    && OPEN_CURSORS.matcher(path.getKey()).matches())) {
                        assertThat(places)
                                .as(
                                        "Add '%s | KIND | ?%s=@' to crossing-places.txt, or the"
                                                + " name to NO_IDS with a reason",
                                        route, name)
                                .anyMatch(place -> tries(place, route, name));
                    }
                }
            }
        }
    }

    /** What the server's own description names. */
    @Test
    void everyTextInABodyOfAdministrationIsTried() {
        assertThat(BodyMember.all()).isNotEmpty();
        for (var member : BodyMember.all()) {
            if (member.mayBeAnId() && !NO_IDS_IN_BODIES.containsKey(member.name())) {
                assertThat(places)
                        .as(
                                "Add '%s | KIND | {\"%s\":\"@\"}' to crossing-places.txt, or the"
                                        + " name to NO_IDS_IN_BODIES with a reason",
                                member.parent().route(), member.name())
                        .anyMatch(member::isTriedBy);
            }
        }
    }

    private static boolean tries(Place place, String route, String parameter) {
        return place.route().replaceAll("\\{\\w+}", "{}").equals(route.replaceAll("\\{\\w+}", "{}"))
                && Pattern.compile("[?&]" + Pattern.quote(parameter) + "=[^&]*@")
                        .matcher(place.request())
                        .find();
    }

    private static String name(ListedRoute route) {
        return route.toString();
    }
}
