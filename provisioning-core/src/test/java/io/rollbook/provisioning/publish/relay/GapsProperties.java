package io.rollbook.provisioning.publish.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.provisioning.publish.contract.StoredEvent;
import io.rollbook.provisioning.publish.source.Page;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rule of gaps against a model of PostgreSQL's transactions, in any order of steps. */
class GapsProperties {

    private static final int WRITERS = 5;

    @Property(tries = 5_000)
    void admitEveryCommittedRowOnceInOrder(@ForAll("schedules") List<Step> schedule) {
        var database = new Database();
        var gaps = new Gaps(0);
        var admitted = new ArrayList<Long>();
        for (var step : schedule) {
            switch (step) {
                case Step.Draw(int writer) -> database.draw(writer);
                case Step.End(int writer, boolean commit) -> database.end(writer, commit);
                case Step.Look(int limit) -> look(database, gaps, limit, admitted);
            }
        }
        for (int writer = 0; writer < WRITERS; writer++) {
            database.end(writer, true);
        }
        for (int i = 0; i < schedule.size() + 5; i++) {
            look(database, gaps, 3, admitted);
        }
        assertThat(admitted).containsExactlyElementsOf(database.committed());
    }

    private static void look(Database database, Gaps gaps, int limit, List<Long> admitted) {
        var page = database.page(gaps.admitted(), limit);
        gaps.admit(page).forEach(row -> admitted.add(row.position()));
        if (gaps.wantsMark()) {
            gaps.mark(database.freshTransactionId());
        }
    }

    @Provide
    Arbitrary<List<Step>> schedules() {
        var writer = Arbitraries.integers().between(0, WRITERS - 1);
        return Arbitraries.frequencyOf(
                        Tuple.of(4, writer.map(Step.Draw::new)),
                        Tuple.of(
                                3,
                                writer.flatMap(
                                        w ->
                                                Arbitraries.of(true, true, false)
                                                        .map(c -> (Step) new Step.End(w, c)))),
                        Tuple.of(4, Arbitraries.integers().between(1, 4).map(Step.Look::new)))
                .map(Step.class::cast)
                .list()
                .ofMaxSize(60);
    }

    /** What can happen next. */
    sealed interface Step {

        record Draw(int writer) implements Step {}

        record End(int writer, boolean commit) implements Step {}

        record Look(int limit) implements Step {}
    }

    /** Transactions get an id, then draw indexes, then end; a snapshot sees what has ended. */
    private static final class Database {

        private final TreeMap<Integer, Long> running = new TreeMap<>();
        private final TreeMap<Integer, List<Long>> drawn = new TreeMap<>();
        private final TreeSet<Long> committed = new TreeSet<>();
        private long nextTransaction = 100;
        private long nextIndex = 1;
        private long youngestEnded = 99;

        void draw(int writer) {
            running.computeIfAbsent(writer, w -> nextTransaction++);
            drawn.computeIfAbsent(writer, w -> new ArrayList<>()).add(nextIndex++);
        }

        void end(int writer, boolean commit) {
            var id = running.remove(writer);
            var rows = drawn.remove(writer);
            if (id == null || rows == null) {
                return;
            }
            youngestEnded = Math.max(youngestEnded, id);
            if (commit) {
                committed.addAll(rows);
            }
        }

        /** As {@code pg_current_xact_id()} in a transaction that ends at once. */
        long freshTransactionId() {
            youngestEnded = Math.max(youngestEnded, nextTransaction);
            return nextTransaction++;
        }

        /** As {@code pg_snapshot_xmin}: running ones above the youngest that ended do not count. */
        Page page(long after, int limit) {
            long oldest = youngestEnded + 1;
            for (long id : running.values()) {
                oldest = Math.min(oldest, id);
            }
            var rows = committed.tailSet(after, false).stream().limit(limit);
            return new Page(rows.map(GapsProperties::row).toList(), oldest);
        }

        List<Long> committed() {
            return List.copyOf(committed);
        }
    }

    private static StoredEvent row(long position) {
        return new StoredEvent(
                position, "t", null, 0, "id", "name", 1, Instant.EPOCH, new byte[0], new byte[0]);
    }
}
