package io.rollbook.audit.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.fixture.LogReader;
import io.rollbook.audit.fixture.Story;
import io.rollbook.audit.ingest.Batches;
import io.rollbook.contract.ActorKind;
import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.user.UserUpdated;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Entries that nobody knew the kind of come while a page is made. */
class ArrivingKindsIT {

    private static final int ROUNDS = 100;
    private static final String OLDEST_FIRST =
            "$top=1000&$orderby=activityDateTime&$filter="
                    + "initiatedBy/initiatorType%20eq%20'application'";

    private static LogDatabase database;

    @BeforeAll
    static void opens() {
        database = Databases.open(Databases.create("audit_arriving_kinds"));
    }

    @AfterAll
    static void closes() {
        database.close();
    }

    /** Who goes on from the last entry of a page would never see what a page has left out. */
    @Test
    void areNotMissingBetweenOthers() {
        var reader = new LogReader(new ProvisioningEndpoint(database), "contoso");
        var story = new Story("contoso");
        tell(story, ActorKind.ADMINISTRATOR, "ada");
        var writing =
                CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < ROUNDS; i++) {
                                tell(story, ActorKind.CONNECTION, "new-" + i, "known");
                            }
                        });
        var pages = new ArrayList<List<String>>();
        while (!writing.isDone()) {
            pages.add(ids(reader));
        }
        writing.join();

        var all = ids(reader);
        assertThat(all).hasSize(2 * ROUNDS);
        assertThat(pages).isNotEmpty();
        assertThat(pages)
                .allSatisfy(page -> assertThat(page).isEqualTo(all.subList(0, page.size())));
    }

    /** An entry of each, written at once. */
    private static void tell(Story story, ActorKind kind, String... actors) {
        var told = new ArrayList<Story.Told>();
        for (var actor : actors) {
            told.add(story.tell(update(story.lastChange(), kind, actor)));
        }
        Batches.apply(database, told);
    }

    private static UserUpdated update(long before, ActorKind kind, String actor) {
        var cause = Story.cause("r-" + before, kind, actor, null);
        return new UserUpdated(
                "u-" + before, 2, List.of(new AttributeChange("title", "a", "b")), cause);
    }

    private static List<String> ids(LogReader reader) {
        return reader.json("/provisioning", OLDEST_FIRST)
                .required("value")
                .valueStream()
                .map(entry -> entry.required("id").asString())
                .toList();
    }
}
