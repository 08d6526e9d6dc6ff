package io.rollbook.audit.ingest;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.database.TenantScope;
import io.rollbook.audit.entry.LoggedEvent;
import io.rollbook.audit.history.record.HistoryWriter;
import io.rollbook.audit.integrity.chain.Chains;
import io.rollbook.audit.integrity.chain.LogStream;
import io.rollbook.audit.integrity.retention.KeepingEvents;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Writes what was polled: all of it, or nothing of the log and perhaps of its history. */
public final class Ingest {

    private final LogDatabase database;
    private final Duration cyclePause;
    private final InstantSource clock;

    /**
     * @param cyclePause the longest pause between two requests of one cycle of a connection
     */
    public Ingest(LogDatabase database, Duration cyclePause, InstantSource clock) {
        this.database = database;
        this.cyclePause = cyclePause;
        this.clock = clock;
    }

    /** Where to go on reading. */
    public Map<TopicPartition, Long> offsets() {
        return database.write(ConsumedOffsets::all);
    }

    /**
     * Applies the events that are new; those that were applied before are left out by their number.
     *
     * @param next where to go on reading afterwards
     * @return the first event of each new entry
     * @throws LogIncomplete when a number is missing or the tables refuse a row; nothing was
     *     written then
     */
    public List<LoggedEvent> apply(
            List<LoggedEvent> events, Map<TopicPartition, OffsetAndMetadata> next) {
        return apply(events, Documents.of(events), next);
    }

    List<LoggedEvent> apply(
            List<LoggedEvent> events,
            Documents documents,
            Map<TopicPartition, OffsetAndMetadata> next) {
        // In the same order in every instance, so that two of them cannot lock each other out.
        SortedMap<String, List<LoggedEvent>> byTenant =
                events.stream()
                        .collect(
                                Collectors.groupingBy(
                                        event -> event.envelope().tenantId(),
                                        TreeMap::new,
                                        Collectors.toList()));
        try {
            return apply(byTenant, documents, next);
        } catch (DuplicateKeyException raced) {
            // Another instance wrote the same at the same time: next time they are old.
            throw raced;
        } catch (DataIntegrityViolationException refused) {
            throw new LogIncomplete("The tables of the log refuse an event of the next batch.");
        }
    }

    /** Events of one tenant, none of which was applied before. */
    private record Fresh(String tenant, List<LoggedEvent> events) {}

    private List<LoggedEvent> apply(
            SortedMap<String, List<LoggedEvent>> byTenant,
            Documents documents,
            Map<TopicPartition, OffsetAndMetadata> next) {
        return database.derive(
                transaction -> {
                    var fresh = new ArrayList<Fresh>();
                    byTenant.forEach((tenant, its) -> fresh(transaction, tenant, its, fresh));
                    var opening = log(transaction, fresh, documents);
                    ConsumedOffsets.save(transaction, next);
                    return opening;
                });
    }

    private static void fresh(
            JdbcTemplate transaction, String tenant, List<LoggedEvent> events, List<Fresh> all) {
        TenantScope.enter(transaction, tenant);
        var numbers = AppliedNumbers.lock(transaction, tenant);
        var unknown = numbers.fresh(inOrder(events));
        if (!unknown.isEmpty()) {
            numbers.save(transaction);
            all.add(new Fresh(tenant, Configuration.withBefore(transaction, tenant, unknown)));
        }
    }

    /**
     * History is written beside, in a transaction of its own that ends first: it may be ahead of
     * the log for a moment, never behind, and leaves out what it has when a batch comes again.
     * Nobody else writes it meanwhile, as the tenants are locked by the transaction that waits for
     * it.
     */
    private List<LoggedEvent> log(
            JdbcTemplate transaction, List<Fresh> fresh, Documents documents) {
        var now = clock.instant();
        try (var beside = Executors.newVirtualThreadPerTaskExecutor()) {
            var history = beside.submit(() -> remember(fresh, now));
            var opening = new ArrayList<LoggedEvent>();
            fresh.forEach(batch -> opening.addAll(log(transaction, batch, documents, now)));
            Waiting.on(history);
            return opening;
        }
    }

    private void remember(List<Fresh> fresh, Instant now) {
        database.derive(
                transaction -> {
                    for (var batch : fresh) {
                        TenantScope.enter(transaction, batch.tenant());
                        new HistoryWriter(transaction, batch.tenant(), now).add(batch.events());
                    }
                    return fresh;
                });
    }

    private List<LoggedEvent> log(
            JdbcTemplate transaction, Fresh fresh, Documents made, Instant now) {
        var tenant = fresh.tenant();
        var events = fresh.events();
        var documents = events.stream().map(made::of).toList();
        TenantScope.enter(transaction, tenant);
        chain(transaction, tenant, events, documents);
        new KeepingEvents(transaction, tenant).follow(events);
        return new EntryWriter(transaction, tenant, cyclePause, now).insert(events, documents);
    }

    private static void chain(
            JdbcTemplate transaction,
            String tenant,
            List<LoggedEvent> events,
            List<String> documents) {
        var chains = Chains.read(transaction, tenant);
        for (int i = 0; i < events.size(); i++) {
            var envelope = events.get(i).envelope();
            chains.of(LogStream.ofTopic(envelope.type().topic()))
                    .append(envelope.sequence(), documents.get(i));
        }
        chains.save();
    }

    /** In that of the store: what was refused bears the names that it met. */
    private static List<LoggedEvent> inOrder(List<LoggedEvent> events) {
        return events.stream()
                .sorted(Comparator.comparingLong(event -> event.envelope().position()))
                .toList();
    }
}
