package io.rollbook.standalone.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.gateway.path.ListedRoute;
import io.rollbook.gateway.path.RouteList;
import io.rollbook.standalone.RunningRollbook;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * P7: whatever the request and wherever the id stands in it, an id of another tenant is answered
 * like one that never existed: status, headers and body, and the entry in the log.
 */
class CrossingIT {

    private static final RunningRollbook ROLLBOOK = RunningRollbook.shared();
    private static final Set<Integer> REFUSED = Set.of(404, 405, 501);

    private final Furniture mine = new Furniture(Furniture.MINE, 0);
    private final Furniture theirs = new Furniture(Furniture.THEIRS, 30);
    private final Sender sender = new Sender(ROLLBOOK, ROLLBOOK.adminSecret(), mine);
    private final List<Pair> recorded = new ArrayList<>();

    /** Two requests whose entries in the log must be alike. */
    private record Pair(Try tried, Seen ofForeign, Seen ofUnknown) {}

    @TestFactory
    Stream<DynamicTest> anotherTenantsIdIsOneThatNeverExisted() {
        var before = allOfTheirs();
        var tries =
                Place.all().stream()
                        .flatMap(Try::of)
                        // Attempts at others' ids are in my log: the log is read before.
                        .sorted(Comparator.comparing(Try::writes))
                        .map(each -> DynamicTest.dynamicTest(each.toString(), () -> cross(each)));
        var rest =
                Stream.of(
                        DynamicTest.dynamicTest("entries in the log", this::entriesAreAlike),
                        DynamicTest.dynamicTest(
                                "nothing of theirs has changed",
                                () -> assertThat(allOfTheirs()).isEqualTo(before)));
        return Stream.concat(tries, rest);
    }

    @TestFactory
    Stream<DynamicTest> whatNamesNobodyShowsNothingOfOthers() {
        return Place.all().stream()
                .filter(Place::isNone)
                .map(
                        place ->
                                DynamicTest.dynamicTest(
                                        place.toString(),
                                        () -> showsNothingOfTheirs(sender.send(place), "")));
    }

    /** So that routes.txt has all methods, and not only all paths. */
    @TestFactory
    Stream<DynamicTest> unlistedMethodsAreRefused() {
        var methods =
                RouteList.all().stream()
                        .collect(
                                Collectors.groupingBy(
                                        ListedRoute::template,
                                        Collectors.mapping(
                                                ListedRoute::method, Collectors.toSet())));
        return methods.entrySet().stream()
                .flatMap(
                        path ->
                                Stream.of("GET", "POST", "PUT", "PATCH", "DELETE")
                                        .filter(method -> !path.getValue().contains(method))
                                        .map(method -> refused(method, path.getKey())));
    }

    /** So that the description has all members of bodies, and {@code PlacesTest} sees them. */
    @TestFactory
    Stream<DynamicTest> membersThatAreNotDescribedAreRefused() {
        return BodyMember.all().stream()
                .map(BodyMember::parent)
                .distinct()
                .map(
                        parent ->
                                DynamicTest.dynamicTest(
                                        parent.toString(), () -> takesNoOther(parent)));
    }

    private void takesNoOther(BodyMember.Parent parent) {
        var answer = sender.send(parent.method(), parent.path(), parent.bodyWith("noSuchMember"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(BodyMember.takenBy(answer.body()))
                .as("What %s takes, and what /v3/api-docs describes", parent)
                .isEqualTo(BodyMember.describedOf(parent));
    }

    private DynamicTest refused(String method, String template) {
        return DynamicTest.dynamicTest(
                method + " " + template,
                () ->
                        assertThat(REFUSED)
                                .as("routes.txt does not list %s %s", method, template)
                                .contains(sender.send(method, template).status()));
    }

    private void cross(Try tried) {
        var foreign = theirs.id(tried.kind());
        var unknown = tried.kind().unknown(foreign);
        assertThat(foreign).isNotEmpty();

        var ofUnknown = sender.send(tried, unknown);
        var ofForeign = sender.send(tried, foreign);
        assertThat(ofForeign.shown()).isEqualTo(ofUnknown.shown());
        showsNothingOfTheirs(ofForeign, foreign);

        if (tried.isForOperators()) {
            var unknownToOne = sender.sendAsItsAdministrator(tried, unknown);
            var foreignToOne = sender.sendAsItsAdministrator(tried, foreign);
            assertThat(foreignToOne.shown()).isEqualTo(unknownToOne.shown());
            showsNothingOfTheirs(foreignToOne, foreign);
        }
        var own = mine.spare(tried.spared());
        var ofOwn = sender.send(tried, own);
        if (tried.isForbidden()) {
            assertThat(ofForeign.status()).isEqualTo(401);
        }
        assertThat(ofOwn.looksLike(ofUnknown))
                .as("Whether one's own id is answered like an unknown one: %s", ofOwn.shown())
                .isEqualTo(!tried.isAlive());
        if (tried.writes()) {
            recorded.add(new Pair(tried, ofForeign, ofUnknown));
        }
    }

    private void showsNothingOfTheirs(Seen seen, String tried) {
        assertThat(seen.shown()).doesNotContain("Theirs-");
        theirs.ids().stream()
                .filter(id -> id.length() > 20 && !id.equals(tried))
                .forEach(id -> assertThat(seen.shown()).doesNotContain(id));
    }

    /** A name or an externalId that the log looked up would be another tenant's. */
    private void entriesAreAlike() {
        var entries = awaitEntries();
        for (var pair : recorded) {
            var ofForeign = entriesOf(entries, pair.ofForeign());
            assertThat(ofForeign)
                    .as("%s", pair.tried())
                    .isEqualTo(entriesOf(entries, pair.ofUnknown()));
        }
    }

    private List<JsonNode> awaitEntries() {
        var last = mine.tenant().scim().delete("/Users/" + mine.spare(Kind.SPARE)).expect(204);
        mine.tenant().awaitEntry(last);
        return mine.tenant().entries();
    }

    private static List<String> entriesOf(List<JsonNode> entries, Seen seen) {
        return entries.stream()
                .filter(entry -> entry.path("requestId").asString("").equals(seen.requestId()))
                .map(JsonNode::deepCopy)
                .map(
                        entry ->
                                ((ObjectNode) entry)
                                        .remove(
                                                List.of(
                                                        "id",
                                                        "requestId",
                                                        "events",
                                                        "durationMillis")))
                .map(entry -> Seen.neutral(entry.toString(), seen.words()))
                .toList();
    }

    private List<String> allOfTheirs() {
        var scim = theirs.tenant().scim();
        return List.of(
                scim.get("/Users?sortBy=id").expect(200).body().toString(),
                scim.get("/Groups?sortBy=id").expect(200).body().toString(),
                theirs.tenant().entries().toString());
    }
}
