package io.rollbook.audit.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.audit.fixture.Databases;
import io.rollbook.contract.tenant.TokenIssued;
import io.rollbook.contract.tenant.TokenRevoked;
import io.rollbook.contract.user.UserDeactivated;
import io.rollbook.contract.user.UserDeleted;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** What is told by e-mail. */
class MailIT extends Notified {

    @Test
    void tellsTheFirstFailureOfACycleAndNoOther() throws Exception {
        var story = told("failures", null, MAIL, "second@contoso.example");
        fails(story, 3);
        apply(story);
        round();

        assertThat(mail.getReceivedMessages()).hasSize(2);
        var message = mailTo(MAIL);
        assertThat(message.getSubject())
                .isEqualTo("Entra production: a provisioning cycle has failures");
        assertThat(message.getFrom()[0]).hasToString("rollbook@contoso.example");
        assertThat(message.getContent().toString())
                .contains("EntryConflict", "cycleId eq '", "tenant failures")
                .doesNotContain("mia", "Taken by noa");
        assertThat(message.getAllRecipients()).hasSize(1);

        pass(Duration.ofMinutes(40));
        fails(story, 2);
        apply(story);
        round();
        assertThat(mail.getReceivedMessages()).hasSize(4);
    }

    @Test
    void tellsThatAConnectionGotIntoQuarantineAndOut() throws Exception {
        var story = told("quarantine", null, MAIL);
        rejects(story);
        apply(story);
        round();
        pass(Duration.ofMinutes(40));
        creates(story, 1);
        apply(story);
        round();

        assertThat(subjects())
                .containsExactly(
                        "Entra production: a provisioning cycle has failures",
                        "Entra production: provisioning is in quarantine",
                        "Entra production: provisioning has left quarantine");
    }

    @Test
    void tellsWhatHappensBecauseTimePasses() throws Exception {
        var story = told("expiry", null, MAIL);
        story.tell(new TokenIssued("entra", 3, "token-1", List.of("scim"), "abcd", null, admin()));
        creates(story, 1);
        apply(story);
        story.tell(new TokenRevoked("entra", 4, "token-1", admin()));
        apply(story);
        pass(GAP.minusMinutes(2));
        round();
        assertThat(subjects()).isEmpty();

        pass(Duration.ofMinutes(5));
        round();
        round();
        assertThat(subjects()).containsExactly("Entra production: provisioning is in quarantine");
    }

    @Test
    void raisesTheAlarmOnceForAMassDeletion() throws Exception {
        var story = told("deletions", null, 3, MAIL);
        for (int i = 0; i < 5; i++) {
            story.tell(
                    i % 2 == 0
                            ? new UserDeleted("u-" + i, 2, cause())
                            : new UserDeactivated("u-" + i, 2, cause()));
        }
        apply(story);
        round();

        assertThat(subjects())
                .containsExactlyInAnyOrder(
                        "Entra production: alarm, many were deleted or disabled",
                        "Entra production: provisioning is in quarantine");
    }

    @Test
    void givesUpWhatIsTooOld() throws Exception {
        var story = told("old", null, MAIL);
        fails(story, 1);
        apply(story);
        pass(Duration.ofDays(4));
        round();

        assertThat(subjects()).isEmpty();
        assertThat(states("old")).containsExactly("given up: It is too old");
    }

    @Test
    void tellsNobodyTwiceWhenTheLogIsMadeAnew() throws Exception {
        var story = told("anew", null, MAIL);
        fails(story, 1);
        apply(story);
        rejects(story);
        apply(story);
        round();
        var before = subjects();

        Databases.empty("audit_notified");
        apply(story);
        round();

        assertThat(before).isNotEmpty();
        assertThat(subjects()).isEqualTo(before);
    }
}
