package io.rollbook.link.turn;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whatever comes and goes: nobody is forgotten, and nobody is passed over for one with more. */
class TurnOrderProperties {

    private static final int TENANTS = 4;
    private static final long LEASE = 1_000;

    /**
     * What happens: a request of a tenant comes, one that works ends, one gives up, time passes.
     */
    sealed interface Step {
        record Arrive(int tenant) implements Step {}

        record End(int which) implements Step {}

        record GiveUp(int tenant) implements Step {}

        record Pass(int nanos) implements Step {}
    }

    private record Known(int tenant, TurnOrder.Ticket ticket, long since) {}

    /** What is known from outside. */
    private static final class Model {
        private final TurnOrder order;
        private final int places;
        private final Map<Integer, Deque<TurnOrder.Ticket>> waiting = new HashMap<>();
        private final List<Known> working = new ArrayList<>();
        private long now;

        private Model(int places) {
            this.places = places;
            this.order = new TurnOrder(places, LEASE);
            for (int tenant = 0; tenant < TENANTS; tenant++) {
                waiting.put(tenant, new ArrayDeque<>());
            }
        }

        private void take(Step step) {
            switch (step) {
                case Step.Arrive(int tenant) ->
                        line(tenant).addLast(order.arrive("t" + tenant, now));
                case Step.End(int which) -> {
                    if (!working.isEmpty()) {
                        order.leave(working.remove(which % working.size()).ticket());
                    }
                }
                case Step.GiveUp(int tenant) -> {
                    if (!line(tenant).isEmpty()) {
                        order.leave(line(tenant).removeLast());
                    }
                }
                case Step.Pass(int nanos) -> now += nanos;
            }
            for (var next = order.next(now); next != null; next = order.next(now)) {
                begin(next);
            }
            assertThat(placesTaken()).isLessThanOrEqualTo(places);
            boolean free = placesTaken() < places;
            for (int tenant = 0; tenant < TENANTS; tenant++) {
                assertThat(free && !line(tenant).isEmpty() && placesOf(tenant) == 0)
                        .as("tenant %d has no place, and waits while one is free", tenant)
                        .isFalse();
            }
        }

        private void begin(TurnOrder.Ticket called) {
            int tenant = -1;
            for (int each = 0; each < TENANTS; each++) {
                if (line(each).peekFirst() == called) {
                    tenant = each;
                }
            }
            assertThat(tenant).as("called: the first of a tenant").isNotNegative();
            for (int other = 0; other < TENANTS; other++) {
                assertThat(!line(other).isEmpty() && placesOf(other) < placesOf(tenant))
                        .as("tenant %d has fewer places than %d and was passed over", other, tenant)
                        .isFalse();
            }
            line(tenant).removeFirst();
            working.add(new Known(tenant, called, now));
        }

        private Deque<TurnOrder.Ticket> line(int tenant) {
            return waiting.getOrDefault(tenant, new ArrayDeque<>());
        }

        private long placesTaken() {
            return working.stream().filter(this::hasPlace).count();
        }

        private long placesOf(int tenant) {
            return working.stream()
                    .filter(known -> known.tenant() == tenant && hasPlace(known))
                    .count();
        }

        private boolean hasPlace(Known known) {
            return now - known.since() < LEASE;
        }
    }

    @Property(tries = 500)
    void nobodyIsForgottenOrPassedOver(
            @ForAll("schedules") List<Step> schedule, @ForAll @IntRange(min = 1, max = 9) int n) {
        var model = new Model(n);
        schedule.forEach(model::take);

        while (!model.working.isEmpty()) {
            model.take(new Step.End(0));
        }

        assertThat(model.waiting.values()).allMatch(Deque::isEmpty);
        assertThat(model.order.waiting()).isZero();
        assertThat(model.order.tenants()).isZero();
    }

    @Provide
    Arbitrary<List<Step>> schedules() {
        var tenant = Arbitraries.integers().between(0, TENANTS - 1);
        return Arbitraries.<Step>frequencyOf(
                        Tuple.of(6, tenant.map(Step.Arrive::new)),
                        Tuple.of(4, Arbitraries.integers().between(0, 99).map(Step.End::new)),
                        Tuple.of(1, tenant.map(Step.GiveUp::new)),
                        Tuple.of(2, Arbitraries.integers().between(1, 700).map(Step.Pass::new)))
                .list()
                .ofMaxSize(120);
    }
}
