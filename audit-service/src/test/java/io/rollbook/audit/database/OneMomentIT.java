package io.rollbook.audit.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.fixture.Story;
import io.rollbook.audit.ingest.Batches;
import io.rollbook.audit.read.EntryLog;
import io.rollbook.contract.user.UserDeactivated;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What is read together is of one moment, whatever is written meanwhile. */
class OneMomentIT {

    private static final String TENANT = "contoso";
    private static final String CURRENT = "show transaction_isolation";

    private static final Story STORY = new Story(TENANT);
    private static LogDatabase database;

    @BeforeAll
    static void opens() {
        database = Databases.open(Databases.create("audit_one_moment"));
        somethingHappens();
    }

    @AfterAll
    static void closes() {
        database.close();
    }

    @Test
    void howeverOftenItIsAsked() {
        var log = new EntryLog(database);
        long before = log.lastPosition(TENANT);

        var read =
                log.atOneMoment(
                        TENANT,
                        () -> {
                            long first = log.lastPosition(TENANT);
                            // In another transaction, which has ended when this goes on.
                            CompletableFuture.runAsync(OneMomentIT::somethingHappens).join();
                            return List.of(first, log.lastPosition(TENANT));
                        });

        assertThat(read).containsOnly(before);
        assertThat(log.lastPosition(TENANT)).isGreaterThan(before);
    }

    @Test
    void butWhoWritesSeesWhatOthersWroteMeanwhile() {
        assertThat(database.read(TENANT, OneMomentIT::isolation)).isEqualTo("repeatable read");
        assertThat(database.write(OneMomentIT::isolation)).isEqualTo("read committed");
        assertThat(database.derive(OneMomentIT::isolation)).isEqualTo("read committed");
        assertThat(database.read(TENANT, OneMomentIT::isolation)).isEqualTo("repeatable read");
    }

    private static String isolation(JdbcTemplate transaction) {
        return transaction.queryForList(CURRENT, String.class).getFirst();
    }

    private static void somethingHappens() {
        var told = STORY.tell(new UserDeactivated("u", 2, Story.cause("r-" + STORY.lastChange())));
        Batches.apply(database, List.of(told));
    }
}
