package io.rollbook.audit.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.audit.entry.Action;
import io.rollbook.audit.entry.Status;
import io.rollbook.audit.read.EntryFilter;
import io.rollbook.audit.read.PageRequest;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

class ParametersTest {

    @Test
    void readsAllOfThem() {
        var query =
                "status=failure&action=create&targetType=User&targetId=u%2F1"
                        + "&from=2026-11-23T10:00:00%2B01:00&to=2026-11-23T10:00:00Z"
                        + "&count=7&cursor=abc";

        assertThat(Parameters.parse(query))
                .isEqualTo(
                        Outcome.accepted(
                                new PageRequest(
                                        new EntryFilter(
                                                Status.FAILURE,
                                                Action.CREATE,
                                                "User",
                                                "u/1",
                                                Instant.parse("2026-11-23T09:00:00Z"),
                                                Instant.parse("2026-11-23T10:00:00Z")),
                                        7,
                                        "abc")));
    }

    @Test
    void needsNone() {
        assertThat(Parameters.parse(""))
                .isEqualTo(
                        Outcome.accepted(
                                new PageRequest(
                                        new EntryFilter(null, null, null, null, null, null),
                                        100,
                                        null)));
    }

    @Test
    void understandsAPlusSignThatWasNotEncoded() {
        assertThat(Parameters.parse("from=2026-11-23T10:00:00+01:00"))
                .isEqualTo(Parameters.parse("from=2026-11-23T09:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    status=good         | status must be one of success, warning, skipped, failure.
                    action=Create       | action must be one of create, update, disable, delete, other.
                    targetType=Users    | targetType must be one of User, Group, Connection, Tenant.
                    from=yesterday      | from must be a time with its offset (RFC 3339), such as 2026-11-23T10:15:30Z.
                    to=2026-11-23       | to must be a time with its offset (RFC 3339), such as 2026-11-23T10:15:30Z.
                    count=0             | count must be a number from 1 to 1000.
                    count=1001          | count must be a number from 1 to 1000.
                    count=-5            | count must be a number from 1 to 1000.
                    count=              | count must be a number from 1 to 1000.
                    status=a&status=b   | The parameter status is there more than once.
                    targetId=%zz        | The query is not percent-encoded as a URI demands.
                    """)
    void saysWhatIsWrong(String query, String sentence) {
        assertThat(Parameters.parse(query)).isEqualTo(refused(sentence));
    }

    @Test
    void refusesAParameterThatItDoesNotKnow() {
        assertThat(Parameters.parse("state=failure"))
                .isEqualTo(
                        refused(
                                "There is no parameter of that name; the parameters here are"
                                        + " action, count, cursor, from, status, targetId,"
                                        + " targetType, to."));
    }

    private static Outcome<PageRequest> refused(String sentence) {
        return Outcome.refused(ScimError.of(400, sentence));
    }
}
