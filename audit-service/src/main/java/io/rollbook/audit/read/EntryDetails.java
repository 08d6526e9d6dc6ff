package io.rollbook.audit.read;

import org.springframework.jdbc.core.JdbcTemplate;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** What belongs to the entries of a page, read for all of them at once. */
final class EntryDetails {

    /** A page is cut short when its documents become more than this. */
    static final int MOST_CHARACTERS = 8 * 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String EVENTS =
            """
            select entry_position, id, type, topic, number, position, version, recorded_at,
                published_at, logged_at, changes, joined, departed, characters
            from entry_event
            where tenant = ? and entry_position = any (?)
            order by entry_position, number
            """;

    /** By the index that the events were found by: pages of another one need not be read. */
    private static final String DOCUMENTS =
            """
            select e.entry_position, e.number, e.document
            from unnest(?, ?, ?) as wanted (topic, entry_position, number)
            cross join lateral (
                select entry_position, topic, number, document from entry_event
                where tenant = ? and entry_position = wanted.entry_position
                    and number = wanted.number
                offset 0) as e
            where e.topic = wanted.topic
            order by e.entry_position, e.number
            """;

    private record Document(long entryPosition, Told told) {}

    private final JdbcTemplate transaction;
    private final String tenant;

    EntryDetails(JdbcTemplate transaction, String tenant) {
        this.transaction = transaction;
        this.tenant = tenant;
    }

    /**
     * As many of the entries as fit into a page, at least the first.
     *
     * @param members how many of each entry's first members are wanted
     */
    List<Entry> of(List<EntryRow> heads, int members) {
        var events = events(heads);
        var wanted = new ArrayList<EventRow>();
        var fitting = new ArrayList<EntryRow>();
        int characters = 0;
        for (var head : heads) {
            var its = firstOf(events.getOrDefault(head.position(), List.of()), members);
            characters += its.stream().mapToInt(EventRow::characters).sum();
            if (characters > MOST_CHARACTERS && !fitting.isEmpty()) {
                break;
            }
            fitting.add(head);
            wanted.addAll(its);
        }
        var told = documents(wanted);
        return fitting.stream()
                .map(
                        head ->
                                new Entry(
                                        head,
                                        events.getOrDefault(head.position(), List.of()),
                                        told.getOrDefault(head.position(), List.of())))
                .toList();
    }

    private Map<Long, List<EventRow>> events(List<EntryRow> heads) {
        var positions = heads.stream().map(EntryRow::position).toArray(Long[]::new);
        return transaction.query(EVENTS, Rows::event, tenant, positions).stream()
                .collect(Collectors.groupingBy(EventRow::entryPosition));
    }

    private static List<EventRow> firstOf(List<EventRow> events, int members) {
        var first = new ArrayList<EventRow>();
        int before = 0;
        for (var event : events) {
            // The first one tells of the request, too.
            if (event.changes() > 0 || before < members || first.isEmpty()) {
                first.add(event);
            }
            before += event.members();
        }
        return first;
    }

    private Map<Long, List<Told>> documents(List<EventRow> wanted) {
        var byEntry = new HashMap<Long, List<Told>>();
        transaction
                .query(
                        DOCUMENTS,
                        (row, index) ->
                                new Document(
                                        row.getLong("entry_position"),
                                        Told.of(
                                                row.getLong("number"),
                                                JSON.readTree(row.getString("document")))),
                        wanted.stream().map(EventRow::topic).toArray(String[]::new),
                        wanted.stream().map(EventRow::entryPosition).toArray(Long[]::new),
                        wanted.stream().map(EventRow::number).toArray(Long[]::new),
                        tenant)
                .forEach(
                        document ->
                                byEntry.computeIfAbsent(
                                                document.entryPosition(), none -> new ArrayList<>())
                                        .add(document.told()));
        return byEntry;
    }

    /**
     * An entry with what its events tell from one of them on, in documents that together have at
     * least so many rows, unless there are no more.
     *
     * @param rowsOf how many rows of the kind that is wanted an event has
     */
    Entry entryFrom(EntryRow head, long number, int rows, ToIntFunction<EventRow> rowsOf) {
        var events = events(List.of(head)).getOrDefault(head.position(), List.of());
        var wanted = new ArrayList<EventRow>();
        int enough = 0;
        for (var event : events) {
            // What comes before the place in the first document is not counted on.
            if (event.number() >= number && enough < rows) {
                wanted.add(event);
                enough += event.number() == number ? 0 : rowsOf.applyAsInt(event);
            }
        }
        return new Entry(head, events, documents(wanted).getOrDefault(head.position(), List.of()));
    }
}
