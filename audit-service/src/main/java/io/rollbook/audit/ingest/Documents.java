package io.rollbook.audit.ingest;

import io.rollbook.audit.document.EntryDocument;
import io.rollbook.audit.entry.LoggedEvent;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What is kept of events, made before the transaction that writes it begins. */
final class Documents {

    private final Map<LoggedEvent, String> made;

    private Documents(Map<LoggedEvent, String> made) {
        this.made = made;
    }

    static Documents of(List<LoggedEvent> events) {
        var made = new IdentityHashMap<LoggedEvent, String>(events.size());
        events.forEach(event -> made.put(event, EntryDocument.of(event)));
        return new Documents(made);
    }

    /** Also of an event of which the log has come to know more since. */
    String of(LoggedEvent event) {
        var known = made.get(event);
        return known == null ? EntryDocument.of(event) : known;
    }
}
