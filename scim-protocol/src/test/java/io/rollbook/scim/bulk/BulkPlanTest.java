package io.rollbook.scim.bulk;

import static io.rollbook.scim.bulk.BulkText.group;
import static io.rollbook.scim.bulk.BulkText.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.schema.SchemaCatalog;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class BulkPlanTest {

    @Test
    void withoutForwardReferencesTheOrderStays() {
        assertThat(order(user("a"), user("b", "a"), group("g", "b", "a"), user("c")))
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    @Tag("P3.7-6")
    void whatIsReferredToComesFirst() {
        assertThat(order(group("g", "a"), user("b"), user("a"))).containsExactly(3, 1, 2);
        assertThat(order(group("outer", "inner"), group("inner", "a"), user("a", "b"), user("b")))
                .containsExactly(4, 3, 2, 1);
    }

    @Test
    @Tag("P3.7-6")
    void operationsOnOneResourceKeepTheirOrder() {
        var join = patch("[{\"op\":\"add\",\"path\":\"members\",\"value\":\"bulkId:a\"}]");
        var leave = patch("[{\"op\":\"remove\",\"path\":\"members\"}]");

        assertThat(order(join, leave, user("a"))).containsExactly(3, 1, 2);
        assertThat(order(leave, join, user("a"))).containsExactly(1, 3, 2);
    }

    @Test
    @Tag("P3.7-6")
    void whoManageEachOtherAreCreatedInTheOrderOfTheRequest() {
        var plan = plan(user("a", "b"), user("b", "c"), user("c", "a"), user("d", "c"));

        assertThat(plan.turns()).noneMatch(BulkPlan.Turn::circular);
        assertThat(numbers(plan)).containsExactly(1, 2, 3, 4);
    }

    @Test
    @Tag("P3.7-6")
    void membersComeBeforeTheirGroupEvenWhenTheyNameIt() {
        var member =
                BulkText.post(
                        "/Users",
                        "a",
                        "{\"userName\":\"a\",\"groups\":[{\"value\":\"bulkId:g\"}]}");

        for (var plan : List.of(plan(member, group("g", "a")), plan(group("g", "a"), member))) {
            assertThat(plan.turns()).noneMatch(BulkPlan.Turn::circular);
            assertThat(plan.turns())
                    .extracting(turn -> turn.operation().bulkId())
                    .containsExactly("a", "g");
        }
    }

    @Test
    @Tag("C4.2-4")
    @Tag("P3.7-6")
    void groupsInEachOtherAreCircular() {
        var plan = plan(group("a", "b"), group("b", "c"), group("c", "a"), group("d", "a"));

        assertThat(plan.turns())
                .filteredOn(BulkPlan.Turn::circular)
                .extracting(turn -> turn.operation().bulkId())
                .containsExactlyInAnyOrder("a", "b", "c");
        assertThat(plan(group("self", "self")).turns()).allMatch(BulkPlan.Turn::circular);
    }

    @Test
    void chainsMayBeAsLongAsARequest() {
        var chain =
                IntStream.range(0, 1_000)
                        .mapToObj(i -> i == 999 ? group("g999") : group("g" + i, "g" + (i + 1)))
                        .toArray(String[]::new);

        assertThat(order(chain))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 1_000).map(i -> 1_001 - i).boxed().toList());
    }

    private static String patch(String operations) {
        return "{\"method\":\"PATCH\",\"path\":\"/Groups/1\",\"data\":{\"Operations\":%s}}"
                .formatted(operations);
    }

    private static List<Integer> order(String... operations) {
        return numbers(plan(operations));
    }

    private static List<Integer> numbers(BulkPlan plan) {
        return plan.turns().stream().map(turn -> turn.operation().number()).toList();
    }

    private static BulkPlan plan(String... operations) {
        var request = BulkText.accepted(BulkText.of(operations));
        return BulkPlan.of(request.operations(), SchemaCatalog.standard());
    }
}
