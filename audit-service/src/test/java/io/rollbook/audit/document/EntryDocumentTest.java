package io.rollbook.audit.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.audit.entry.LoggedEvent;
import io.rollbook.audit.fixture.Story;
import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.Cause;
import io.rollbook.contract.StepTimes;
import io.rollbook.contract.attempt.Attempt;
import io.rollbook.contract.attempt.Wanted;
import io.rollbook.contract.attempt.WriteRefused;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Documents are hashed: what was made of an event once is made of it for ever. */
class EntryDocumentTest {

    private static final String BEFORE_WANTED =
            """
            {"action":"update","cause":{"actor":{"id":"entra","kind":"connection",\
            "tokenId":"token-1"},"operation":0,"receivedAt":"2026-11-23T10:00:00.000000Z",\
            "requestId":"r-1"},"entry":"attempt/contoso-1","event":{"id":"contoso-1","number":1,\
            "position":1,"time":"2026-11-23T10:00:01.000000Z","topic":"rollbook.attempts.v1",\
            "type":"io.rollbook.write.refused.v1"},"form":1,"refusal":{"detail":"Taken.",\
            "httpStatus":409,"scimType":"uniqueness"},"status":"failure",\
            "target":{"id":"u-1","type":"User"},"tenant":"contoso"}\
            """;

    @Test
    void anEventFromBeforeAMemberHasTheDocumentThatItHad() {
        assertThat(documentOf(null)).isEqualTo(BEFORE_WANTED);
    }

    @Test
    void tellsWhatARefusedRequestWanted() {
        var wanted = new Wanted(List.of(new AttributeChange("title", "Head", null)), 2, true);

        assertThat(documentOf(wanted))
                .isEqualTo(
                        BEFORE_WANTED.substring(0, BEFORE_WANTED.length() - 1)
                                + ",\"wanted\":{\"changes\":[{\"new\":null,\"old\":\"Head\","
                                + "\"path\":\"title\"}],\"compared\":true,\"omitted\":2}}");
    }

    @Test
    void tellsWhenARequestCameToItsSteps() {
        var cause = Story.cause("r-1");
        var timed =
                new Cause(
                        cause.requestId(),
                        0,
                        cause.actor(),
                        cause.receivedAt(),
                        null,
                        List.of(),
                        new StepTimes(12L, -3L, null, null, null, null, 99L));
        assertThat(documentOf(null, timed))
                .isEqualTo(
                        BEFORE_WANTED.replace(
                                "\"requestId\":\"r-1\"}",
                                "\"requestId\":\"r-1\","
                                    + "\"times\":{\"admitted\":12,\"begun\":-3,\"stored\":99}}"));
    }

    private static String documentOf(@Nullable Wanted wanted) {
        return documentOf(wanted, Story.cause("r-1"));
    }

    private static String documentOf(@Nullable Wanted wanted, Cause cause) {
        var told =
                new Story("contoso")
                        .tell(
                                new WriteRefused(
                                        new Attempt("PATCH", "User", "u-1", null, null),
                                        409,
                                        "uniqueness",
                                        "Taken.",
                                        wanted,
                                        cause));
        return EntryDocument.of(LoggedEvent.of(told.envelope(), told.event(), null));
    }
}
