package io.rollbook.benchmarks.log;

import io.rollbook.audit.document.EntryDocument;
import io.rollbook.audit.entry.LoggedEvent;
import io.rollbook.audit.ingest.EntryRows;
import io.rollbook.audit.ingest.Subjects;
import io.rollbook.audit.integrity.chain.Chain;
import io.rollbook.audit.integrity.chain.ChainedEntry;
import io.rollbook.audit.integrity.chain.LogStream;
import io.rollbook.contract.ActorKind;
import io.rollbook.contract.Topics;
import io.rollbook.verify.merkle.Frontier;
import io.rollbook.verify.merkle.Hash;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rows of the log's tables that the feeder would have written for a tenant's events. */
final class LogRows {

    private static final Duration PAUSE = Duration.ofMinutes(10);

    /** Of all tenants. */
    static final class Tables {
        final CopyTable entry = new CopyTable("entry", EntryRows.ENTRY.list());
        final CopyTable event = new CopyTable("entry_event", EntryRows.EVENT.list());
        final CopyTable link = new CopyTable("chain_link", "tenant, stream, number, hash");
        final CopyTable node = new CopyTable("chain_node", "tenant, stream, level, index, hash");
        final CopyTable head = new CopyTable("chain_head", "tenant, stream, size, hash, peaks");
        final CopyTable cycle =
                new CopyTable("cycle", "tenant, connection, id, began_at, last_at, requests");
        final CopyTable applied = new CopyTable("applied", "tenant, topic, number");
        final CopyTable subject =
                new CopyTable("subject", "tenant, id, external_id, display_name, user_name, name");
        final HistoryRows.Tables history = new HistoryRows.Tables();

        List<CopyTable> all() {
            return List.of(
                    entry,
                    event,
                    link,
                    node,
                    head,
                    cycle,
                    applied,
                    subject,
                    history.version,
                    history.resource,
                    history.attribute,
                    history.membership,
                    history.leaver);
        }
    }

    private static final class Stored {
        private final Frontier tree = Frontier.empty();
        private Hash last = Hash.ZERO;
    }

    private record Cycle(String id, Instant began, Instant last, long requests) {}

    private final Tables tables;
    private final String tenant;
    private final Subjects subjects;
    private final HistoryRows history;
    private final Map<LogStream, Stored> streams = new EnumMap<>(LogStream.class);
    private final Map<String, Cycle> cycles = new HashMap<>();
    private String lastRequest = "";
    private long lastPosition;

    LogRows(Tables tables, String tenant) {
        this.tables = tables;
        this.tenant = tenant;
        this.subjects = Subjects.none(tenant);
        this.history = new HistoryRows(tables.history, tenant);
    }

    void add(LoggedEvent event) {
        var document = EntryDocument.of(event);
        chain(event.envelope().sequence(), event, document);
        subjects.follow(event);
        long position = event.envelope().position();
        if (!event.requestKey().equals(lastRequest)) {
            lastRequest = event.requestKey();
            lastPosition = position;
            tables.entry.add(
                    EntryRows.entry(
                            event,
                            subjects.of(event.meaning().target().id()),
                            subjects.of(event.cause().actor().id()),
                            cycle(event)));
        }
        var written = EntryRows.time(event.envelope().time().plusMillis(100));
        tables.event.add(EntryRows.event(event, document, lastPosition, written));
        if (event.envelope().type().topic().equals(Topics.DIRECTORY)) {
            history.add(event);
        }
    }

    private void chain(long number, LoggedEvent event, String document) {
        var stream = LogStream.ofTopic(event.envelope().type().topic());
        var stored = streams.computeIfAbsent(stream, none -> new Stored());
        var chained = ChainedEntry.after(stored.last, number, tenant, stream, document);
        stored.last = chained.hash();
        tables.link.add(tenant, stream.label(), number, chained.hash().bytes());
        for (var node : stored.tree.append(chained.leaf())) {
            if (node.level() % Chain.STORED_LEVELS == 0) {
                tables.node.add(
                        tenant, stream.label(), node.level(), node.index(), node.hash().bytes());
            }
        }
    }

    /** Like that of the feeder, for requests that come in order. */
    private @Nullable String cycle(LoggedEvent event) {
        var actor = event.cause().actor();
        if (actor.kind() != ActorKind.CONNECTION) {
            return null;
        }
        var at = event.cause().receivedAt();
        var running = cycles.get(actor.id());
        if (running == null || at.isAfter(running.last().plus(PAUSE))) {
            save(actor.id(), running);
            var name = "cycle/" + tenant + "/" + event.envelope().position();
            var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
            running = new Cycle(id.toString(), at, at, 0);
        }
        cycles.put(
                actor.id(), new Cycle(running.id(), running.began(), at, running.requests() + 1));
        return running.id();
    }

    private void save(String connection, @Nullable Cycle cycle) {
        if (cycle != null) {
            tables.cycle.add(
                    tenant, connection, cycle.id(), cycle.began(), cycle.last(), cycle.requests());
        }
    }

    /** What is kept of the tenant's last events. */
    void end() {
        cycles.forEach(this::save);
        subjects.rows().forEach(tables.subject::add);
        history.end();
        streams.forEach(
                (stream, stored) -> {
                    tables.head.add(
                            tenant,
                            stream.label(),
                            stored.tree.size(),
                            stored.last.bytes(),
                            stored.tree.toBytes());
                    tables.applied.add(
                            tenant,
                            stream == LogStream.DIRECTORY ? Topics.DIRECTORY : Topics.ATTEMPTS,
                            stored.tree.size());
                });
    }
}
