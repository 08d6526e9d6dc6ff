package io.rollbook.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.audit.fixture.Story;
import io.rollbook.contract.ActorKind;
import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.Cause;
import io.rollbook.contract.PublishedEvent;
import io.rollbook.contract.attempt.Attempt;
import io.rollbook.contract.attempt.RequestsRefused;
import io.rollbook.contract.attempt.WriteRefused;
import io.rollbook.contract.attempt.WriteSkipped;
import io.rollbook.contract.client.ClientCredentialRemoved;
import io.rollbook.contract.client.ClientTrustAdded;
import io.rollbook.contract.group.GroupMembershipChanged;
import io.rollbook.contract.group.Member;
import io.rollbook.contract.tenant.ConnectionConfigured;
import io.rollbook.contract.tenant.ConnectionLimits;
import io.rollbook.contract.tenant.ConnectionNotifications;
import io.rollbook.contract.tenant.TokenIssued;
import io.rollbook.contract.tenant.TokenRevoked;
import io.rollbook.contract.user.UserCreated;
import io.rollbook.contract.user.UserDeactivated;
import io.rollbook.contract.user.UserReactivated;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class InterpretationTest {

    private static final String ENTERPRISE =
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final Cause CAUSE = Story.cause("r-1");

    @Test
    void tellsCountedRefusalsOfAConnectionAsOneFailure() {
        var from = Instant.parse("2026-11-23T10:10:30Z");
        var refused =
                new RequestsRefused(
                        "c-1",
                        null,
                        1,
                        429,
                        40,
                        3,
                        Map.of("tenant-rate", 10L, "connection-rate", 30L),
                        from,
                        from.plusSeconds(60),
                        CAUSE);

        assertThat(meaning(refused))
                .isEqualTo(
                        Meaning.attempt(
                                Action.OTHER,
                                Target.of("Connection", "c-1"),
                                new Refusal(
                                        429,
                                        null,
                                        "40 requests, 3 of them writes, were refused from"
                                                + " 2026-11-23T10:10:30Z to 2026-11-23T10:11:30Z:"
                                                + " connection-rate 30, tenant-rate 10.")));
    }

    @Test
    void namesTheSourceOfThoseWhoWereNobody() {
        var at = Instant.parse("2026-11-23T10:10:30Z");
        var one =
                new RequestsRefused(
                        null, "203.0.113.7", 1, 401, 2, 0, Map.of("credential", 2L), at, at, CAUSE);
        var many =
                new RequestsRefused(
                        null, null, 900, 401, 2, 0, Map.of("credential", 2L), at, at, CAUSE);

        assertThat(meaning(one).target())
                .isEqualTo(new Target("Source", null, null, "203.0.113.7"));
        assertThat(String.valueOf(meaning(one).refusal())).contains("sent from 203.0.113.7:");
        assertThat(meaning(many).target()).isEqualTo(new Target("Source", null, null, null));
        assertThat(String.valueOf(meaning(many).refusal()))
                .contains("sent from 900 or more addresses:");
    }

    @Test
    void tellsANewUserAsChangesFromNothing() {
        var attributes = new LinkedHashMap<String, Object>();
        attributes.put("userName", "mia");
        attributes.put("name", Map.of("familyName", "Okoro"));
        attributes.put("emails", List.of(Map.of("value", "mia@contoso.example")));
        attributes.put(ENTERPRISE, Map.of("manager", Map.of("value", "u-2")));

        assertThat(meaning(new UserCreated("u-1", 1, attributes, CAUSE)))
                .isEqualTo(
                        Meaning.change(
                                Action.CREATE,
                                Target.of("User", "u-1"),
                                1,
                                List.of(
                                        new AttributeChange("userName", null, "mia"),
                                        new AttributeChange("name.familyName", null, "Okoro"),
                                        new AttributeChange(
                                                "emails",
                                                null,
                                                List.of(Map.of("value", "mia@contoso.example"))),
                                        new AttributeChange(
                                                ENTERPRISE + ":manager.value", null, "u-2"))));
    }

    @Test
    void tellsDisablingAndRestoringApart() {
        var disabled = meaning(new UserDeactivated("u-1", 2, CAUSE));
        var restored = meaning(new UserReactivated("u-1", 3, CAUSE));

        assertThat(disabled.action()).isEqualTo(Action.DISABLE);
        assertThat(disabled.changes()).containsExactly(new AttributeChange("active", true, false));
        assertThat(restored.action()).isEqualTo(Action.UPDATE);
        assertThat(restored.restored()).isTrue();
        assertThat(restored.changes()).containsExactly(new AttributeChange("active", false, true));
    }

    @Test
    void givesEachMemberARow() {
        var change =
                new GroupMembershipChanged(
                        "g-1", 4, List.of(new Member("u-1", "User")), List.of("u-2"), CAUSE);

        assertThat(meaning(change).members())
                .containsExactly(
                        new MemberChange("u-1", "User", true),
                        new MemberChange("u-2", null, false));
    }

    @Test
    void countsATokenAsPartOfItsConnection() {
        var issued =
                meaning(new TokenIssued("c-1", 2, "t-1", List.of("scim"), "x7Qa", null, CAUSE));
        var revoked = meaning(new TokenRevoked("c-1", 3, "t-1", CAUSE));

        assertThat(issued.target()).isEqualTo(Target.of("Connection", "c-1"));
        assertThat(issued.changes())
                .containsExactly(
                        new AttributeChange(
                                "token",
                                null,
                                Map.of("id", "t-1", "roles", List.of("scim"), "lastFour", "x7Qa")));
        assertThat(revoked.changes())
                .containsExactly(new AttributeChange("token", Map.of("id", "t-1"), null));
    }

    @Test
    void tellsAllSettingsOfAConnectionThatAreNotTheDefault() {
        var configured =
                new ConnectionConfigured(
                        "c-1",
                        2,
                        "rfc",
                        new ConnectionLimits(100, null, null),
                        new ConnectionNotifications(List.of("a@x.example"), null, 500, null),
                        true,
                        CAUSE);

        assertThat(meaning(configured).target()).isEqualTo(Target.of("Connection", "c-1"));
        assertThat(meaning(configured).action()).isEqualTo(Action.UPDATE);
        assertThat(meaning(configured).changes())
                .containsExactly(
                        new AttributeChange(
                                "settings",
                                null,
                                Map.of(
                                        "profile",
                                        "rfc",
                                        "requestsPerSecond",
                                        100,
                                        "emails",
                                        List.of("a@x.example"),
                                        "massDeletionThreshold",
                                        500,
                                        "reviveInactive",
                                        true)));
    }

    @Test
    void countsAnOAuthClientAsPartOfItsConnection() {
        var added =
                meaning(
                        new ClientTrustAdded(
                                "c-1", 4, "o-1", "k-1", "https://i", "s-1", "a-1", null, CAUSE));
        var removed = meaning(new ClientCredentialRemoved("c-1", 5, "o-1", "k-1", CAUSE));

        assertThat(added.target()).isEqualTo(Target.of("Connection", "c-1"));
        assertThat(added.changes())
                .containsExactly(
                        new AttributeChange(
                                "client.trust",
                                null,
                                Map.of(
                                        "id", "k-1",
                                        "client", "o-1",
                                        "issuer", "https://i",
                                        "subject", "s-1",
                                        "audience", "a-1")));
        assertThat(removed.changes())
                .containsExactly(
                        new AttributeChange(
                                "client.credential", Map.of("id", "k-1", "client", "o-1"), null));
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   User,  CREATE",
        "PUT,    User,  UPDATE",
        "PATCH,  Group, UPDATE",
        "DELETE, Group, DELETE",
        "POST,   ,      OTHER",
    })
    void tellsWhatAnAttemptWanted(String method, String type, Action wanted) {
        var attempt = new Attempt(method, type, null, "x-1", "mia");

        var refused = meaning(new WriteRefused(attempt, 409, "uniqueness", "Taken.", CAUSE));
        var skipped = meaning(new WriteSkipped(attempt, CAUSE));

        assertThat(refused.action()).isEqualTo(wanted);
        assertThat(refused.status()).isEqualTo(Status.FAILURE);
        assertThat(refused.refusal()).isEqualTo(new Refusal(409, "uniqueness", "Taken."));
        assertThat(skipped.action()).isEqualTo(wanted);
        assertThat(skipped.status()).isEqualTo(Status.SKIPPED);
    }

    @Test
    void keepsReactionsApartFromTheRequestAndFromEachOther() {
        var story = new Story("t");
        var deleted = story.tell(new UserDeactivated("u-1", 2, CAUSE));
        var one = story.tell(left("g-1", deleted.envelope().id()));
        var more = story.tell(left("g-1", deleted.envelope().id()));
        var other = story.tell(left("g-2", deleted.envelope().id()));

        assertThat(key(one)).isEqualTo(key(more)).isNotEqualTo(key(other));
        assertThat(key(deleted)).isNotIn(key(one), key(other));
    }

    private static GroupMembershipChanged left(String group, String causedBy) {
        var reaction = Story.cause("r-1", ActorKind.SYSTEM, "leave-groups", causedBy);
        return new GroupMembershipChanged(group, 2, List.of(), List.of("u-1"), reaction);
    }

    private static String key(Story.Told told) {
        return LoggedEvent.of(told.envelope(), told.event(), null).requestKey();
    }

    private static Meaning meaning(PublishedEvent event) {
        return Interpretation.of(event);
    }
}
