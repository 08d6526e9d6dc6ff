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
import java.util.List;
import java.util.Set;

/**
 * Makes a token known whose text was made outside.
 *
 * @param tokenHash {@link io.rollbook.scim.seam.TokenText#hash} of the text
 * @param lastFour characters of the text
 */
public record IssueToken(
        AggregateId id,
        String tokenId,
        String tokenHash,
        String lastFour,
        Set<Role> roles,
        @Nullable Instant expiresAt)
        implements ConnectionCommand {

    public IssueToken {
        roles = Set.copyOf(roles);
    }

    @Override
    public Outcome<List<ConnectionEvent>> decide(Connection connection) {
        if (!(connection instanceof Connection.Present)) {
            return Outcome.refused(ScimError.notFound("There is no such connection"));
        }
        if (roles.isEmpty() || roles.contains(Role.ADMIN)) {
            return Outcome.refused(
                    ScimError.badRequest(
                            ScimType.INVALID_VALUE,
                            "A token needs a role, and never that of admin"));
        }
        return Outcome.accepted(List.of(issued()));
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
