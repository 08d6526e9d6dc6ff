package io.rollbook.audit.reconcile;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.integrity.custody.Act;
import io.rollbook.audit.integrity.custody.Custody;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Counts what has come since the last round and compares. A difference is told once, in the log of
 * the tenant whom it concerns, and once more when it is gone. Several instances may do this at
 * once: the first to finish counts.
 */
public final class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final String NAME = "reconciliation";

    private final LogDatabase database;
    private final StoreCounts store;
    private final TopicNumbers topics;
    private final Custody custody;
    private final ReconciliationMetrics metrics;

    public Reconciliation(
            LogDatabase database,
            StoreCounts store,
            TopicNumbers topics,
            Custody custody,
            ReconciliationMetrics metrics) {
        this.database = database;
        this.store = store;
        this.topics = topics;
        this.custody = custody;
        this.metrics = metrics;
    }

    private record Beginning(long position, Map<TopicPartition, Long> at) {}

    /** Compares once; begins again at once as long as there is more than one round can take. */
    public void round() {
        // What is counted in the following steps had no time to arrive.
        boolean whole = step(true);
        while (!whole) {
            whole = step(false);
        }
        metrics.made();
    }

    private boolean step(boolean judges) {
        var begin =
                database.write(
                        transaction -> {
                            var rows = new CountedRows(transaction);
                            return new Beginning(rows.position(), rows.offsets());
                        });
        // The store first: what it has published before is on the topic.
        var window = store.after(begin.position());
        if (window.position() < begin.position()) {
            LOG.error(
                    "The store has published up to {}, and had published up to {} before: it was"
                            + " put back to an earlier state.",
                    window.position(),
                    begin.position());
            metrics.failed();
            return true;
        }
        var reading = topics.after(begin.at());
        return database.write(
                transaction -> {
                    var rows = new CountedRows(transaction);
                    if (!rows.advance(begin.position(), window.position())) {
                        return true;
                    }
                    rows.save(reading.next());
                    metrics.open(compare(transaction, window, reading, judges));
                    return window.whole() && reading.whole();
                });
    }

    /** How many differences are open then. */
    private long compare(
            JdbcTemplate transaction,
            StoreCounts.Window window,
            TopicNumbers.Reading reading,
            boolean judges) {
        var rows = new CountedRows(transaction);
        var counts = new HashMap<NumberedStream, StoreCounts.Count>();
        window.counts()
                .forEach(each -> counts.put(new NumberedStream(each.tenant(), each.topic()), each));
        // In one order, so that nobody waits for somebody who waits.
        SortedSet<NumberedStream> streams = new TreeSet<>(rows.due());
        streams.addAll(counts.keySet());
        streams.addAll(reading.runs().keySet());
        long open = 0;
        for (var stream : streams) {
            var now = compare(transaction, stream, counts.get(stream), window, reading, judges);
            if (now.open() != null) {
                open++;
            }
        }
        return open;
    }

    private Counted compare(
            JdbcTemplate transaction,
            NumberedStream stream,
            StoreCounts.@Nullable Count count,
            StoreCounts.Window window,
            TopicNumbers.Reading reading,
            boolean judges) {
        var rows = new CountedRows(transaction);
        var before = rows.enter(stream);
        long stored = before.stored() + (count == null ? 0 : count.events());
        var comparison =
                new Comparison(
                        before,
                        stored,
                        count == null ? null : count.number(),
                        onTopic(before, reading.runs().get(stream), reading.cut()),
                        rows.factsOf(stream, before));
        var difference =
                judges && reading.whole() ? comparison.difference().orElse(null) : before.open();
        var now =
                new Counted(
                        stored,
                        window.position(),
                        comparison.onTopic(),
                        comparison.inLog(),
                        difference);
        if (difference != before.open()) {
            tell(transaction, stream, comparison, difference);
        }
        rows.save(stream, now, difference != null || comparison.inLog() < stored);
        return now;
    }

    private static long onTopic(Counted before, @Nullable Run run, boolean cut) {
        if (run == null) {
            return before.onTopic();
        }
        return cut && before.onTopic() == 0 ? run.last() : run.after(before.onTopic());
    }

    private void tell(
            JdbcTemplate transaction,
            NumberedStream stream,
            Comparison comparison,
            @Nullable Difference difference) {
        var details = new HashMap<String, Object>();
        details.put("topic", stream.topic());
        details.put("healed", difference == null);
        details.put("reason", difference == null ? "All is equal again." : difference.sentence());
        details.put("inStore", comparison.storedNow());
        if (comparison.number() != null) {
            details.put("numbered", comparison.number());
        }
        details.put("onTopic", comparison.onTopic());
        details.put("inLog", comparison.log().applied());
        custody.record(
                transaction, stream.tenant(), Act.bySystem(Act.Kind.DIFFERENCE, NAME, details));
        if (difference == null) {
            LOG.info("{} of tenant {} is complete again.", stream.topic(), stream.tenant());
        } else {
            LOG.error(
                    "{} of tenant {}: {} In the store: {}, on the topic: {}, in the log: {}.",
                    stream.topic(),
                    stream.tenant(),
                    difference.sentence(),
                    comparison.storedNow(),
                    comparison.onTopic(),
                    comparison.log().applied());
            metrics.found();
        }
    }
}
