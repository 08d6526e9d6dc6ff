package io.rollbook.link.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class TurnOrderTest {

    private static final long LEASE = 100;

    private final Map<TurnOrder.Ticket, String> names = new HashMap<>();
    private long now;

    @Test
    void quietTenantIsNextHoweverManyOfAnotherWait() {
        var order = new TurnOrder(1, LEASE);
        var first = arrive(order, "flood", "f0");
        assertThat(called(order)).containsExactly("f0");
        for (int i = 1; i <= 5; i++) {
            arrive(order, "flood", "f" + i);
        }
        arrive(order, "quiet", "q");

        order.leave(first);

        assertThat(called(order)).containsExactly("q");
    }

    @Test
    void tenantsThatWaitTakeTurnsAndEachKeepsItsOrder() {
        var order = new TurnOrder(1, LEASE);
        var working = arrive(order, "other", "o");
        assertThat(called(order)).containsExactly("o");
        for (var tenant : List.of("a", "b", "c")) {
            for (int i = 1; i <= 2; i++) {
                arrive(order, tenant, tenant + i);
            }
        }

        var called = allOneByOne(order, working);
        // Whose turn is first among those who had none yet does not matter.
        assertThat(called).hasSize(6);
        assertThat(called.subList(0, 3)).containsExactlyInAnyOrder("a1", "b1", "c1");
        assertThat(called.subList(3, 6)).containsExactlyInAnyOrder("a2", "b2", "c2");
    }

    @Test
    void placeIsKeptForWhoHasNone() {
        var order = new TurnOrder(4, LEASE);
        for (int i = 1; i <= 5; i++) {
            arrive(order, "flood", "f" + i);
        }
        assertThat(called(order)).containsExactly("f1", "f2", "f3");

        arrive(order, "quiet", "q");

        assertThat(called(order)).containsExactly("q");
    }

    @Test
    void tenantsThatAreNotAloneHaveAQuarterEach() {
        var order = new TurnOrder(8, LEASE);
        arrive(order, "quiet", "q");
        for (int i = 1; i <= 5; i++) {
            arrive(order, "flood", "f" + i);
        }

        assertThat(called(order)).containsExactlyInAnyOrder("q", "f1", "f2");
    }

    @Test
    void whoIsAloneAgainHasAllThatIsNotKept() {
        var order = new TurnOrder(4, Long.MAX_VALUE);
        order.leave(arrive(order, "quiet", "q"));
        now = Duration.ofSeconds(1).toNanos();
        for (int i = 1; i <= 4; i++) {
            arrive(order, "flood", "f" + i);
        }

        assertThat(called(order)).containsExactly("f1", "f2", "f3");
    }

    @Test
    void whoTakesLongGoesOnWithoutAPlace() {
        var order = new TurnOrder(1, LEASE);
        var slow = arrive(order, "flood", "slow");
        assertThat(called(order)).containsExactly("slow");
        arrive(order, "quiet", "q");
        now += LEASE - 1;
        assertThat(called(order)).isEmpty();
        assertThat(order.nextLeaseEnd()).hasValue(LEASE);

        now += 1;

        assertThat(called(order)).containsExactly("q");
        order.leave(slow);
        arrive(order, "flood", "next");
        assertThat(called(order)).as("left without a place, gave none back").isEmpty();
    }

    @Test
    void whoHasLeftIsForgotten() {
        var order = new TurnOrder(2, LEASE);
        var working = arrive(order, "a", "a1");
        assertThat(called(order)).containsExactly("a1");
        var waiting = arrive(order, "a", "a2");

        order.leave(waiting);
        order.leave(working);

        assertThat(called(order)).isEmpty();
        assertThat(order.waiting()).isZero();
        assertThat(order.tenants()).isZero();
    }

    private TurnOrder.Ticket arrive(TurnOrder order, String tenant, String name) {
        var ticket = order.arrive(tenant, now);
        names.put(ticket, name);
        return ticket;
    }

    private List<String> called(TurnOrder order) {
        var called = new ArrayList<String>();
        for (var next = order.next(now); next != null; next = order.next(now)) {
            called.add(names.getOrDefault(next, ""));
        }
        return called;
    }

    private List<String> allOneByOne(TurnOrder order, TurnOrder.Ticket working) {
        var called = new ArrayList<String>();
        order.leave(working);
        for (var next = order.next(now); next != null; next = order.next(now)) {
            called.add(names.getOrDefault(next, ""));
            order.leave(next);
        }
        return called;
    }
}
