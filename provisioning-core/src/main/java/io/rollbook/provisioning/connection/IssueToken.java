package io.rollbook.provisioning.connection;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.connection.event.ConnectionEvent;
import io.rollbook.provisioning.connection.event.TokenIssued;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.seam.Role;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * Makes a token known whose text was made outside. Several can be alive, so that they can be
 * rotated without a gap.
 *
 * @param tokenHash {@link io.rollbook.scim.seam.TokenText#hash} of the text
 * @param lastFour characters of the text
 * @param expiresAt null for never
 * @param now when it is asked for
 */
public record IssueToken(
        AggregateId id,
        String tokenId,
        String tokenHash,
        String lastFour,
        Set<Role> roles,
        @Nullable Instant expiresAt,
        Instant now)
        implements ConnectionCommand {

    static final int MOST_ALIVE = 100;
    private static final int LONGEST_DAYS = 3_660;

    public IssueToken {
        roles = Set.copyOf(roles);
    }

    @Override
    public Outcome<List<ConnectionEvent>> decide(Connection connection) {
        return connection
                .present()
                .flatMap(present -> admitted(present.tokensAlive(now)))
                .flatMap(room -> SeparationOfDuties.check(roles))
                .flatMap(allowed -> expiring())
                .map(expiring -> List.of(issued()));
    }

    private static Outcome<Integer> admitted(int alive) {
        return alive < MOST_ALIVE
                ? Outcome.accepted(alive)
                : Outcome.refused(
                        ScimError.of(
                                409,
                                "The connection has "
                                        + MOST_ALIVE
                                        + " tokens; revoke those that are not used"));
    }

    private Outcome<Instant> expiring() {
        Instant latest = now.plus(LONGEST_DAYS, ChronoUnit.DAYS);
        if (expiresAt != null && (!expiresAt.isAfter(now) || expiresAt.isAfter(latest))) {
            return Outcome.refused(
                    ScimError.badRequest(
                            ScimType.INVALID_VALUE,
                            "A token expires in the future, at most ten years from now, or never"));
        }
        return Outcome.accepted(now);
    }

    /** The event that this asks for, which is what the token register keeps as well. */
    TokenIssued issued() {
        return new TokenIssued(
                id.id(),
                tokenId,
                tokenHash,
                roles.stream().map(Role::label).sorted().toList(),
                lastFour,
                expiresAt);
    }
}
