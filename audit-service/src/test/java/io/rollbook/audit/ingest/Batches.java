package io.rollbook.audit.ingest;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.entry.LoggedEvent;
import io.rollbook.audit.fixture.Story;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Takes a batch into the log without a broker. */
public final class Batches {

    private Batches() {}

    public static Ingest ingest(LogDatabase database) {
        return new Ingest(database, Duration.ofMinutes(10), InstantSource.system());
    }

    public static List<LoggedEvent> apply(LogDatabase database, List<Story.Told> events) {
        return ingest(database).apply(logged(events), Map.of());
    }

    /** As they come from the topics, without the time of their publication. */
    static List<LoggedEvent> logged(List<Story.Told> events) {
        return events.stream()
                .map(told -> LoggedEvent.of(told.envelope(), told.event(), null))
                .toList();
    }
}
