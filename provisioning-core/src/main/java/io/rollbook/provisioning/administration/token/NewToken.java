package io.rollbook.provisioning.administration.token;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.seam.Role;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The body of the request for a token; every member may be left out.
 *
 * @param connection a name; where the path names none, {@code default} is meant
 * @param role the same as roles with one element; {@code scim} when both are left out
 * @param expiresAt as in RFC 3339; null for never
 * @param expiresInDays another way to say it
 */
record NewToken(
        @Nullable String connection,
        @Nullable String role,
        @Nullable List<String> roles,
        @Nullable String expiresAt,
        @Nullable Integer expiresInDays) {

    private static final int MOST_DAYS = 3_660;

    /** What the token may do, without regard to what goes together. */
    Outcome<Set<Role>> wantedRoles() {
        if (role != null && roles != null) {
            return invalid("role and roles cannot both be there");
        }
        var labels = roles != null ? roles : List.of(role == null ? Role.SCIM.label() : role);
        var wanted = EnumSet.noneOf(Role.class);
        for (String label : labels) {
            var known = label == null ? null : Role.ofLabel(label).orElse(null);
            if (known == null) {
                return invalid("role must be scim, audit.read, audit.export or admin");
            }
            wanted.add(known);
        }
        return Outcome.accepted(wanted);
    }

    /** When it ends; {@link Instant#MAX} for never. */
    Outcome<Instant> end(Instant now) {
        if (expiresAt != null && expiresInDays != null) {
            return invalid("expiresAt and expiresInDays cannot both be there");
        }
        if (expiresInDays != null) {
            return expiresInDays >= 1 && expiresInDays <= MOST_DAYS
                    ? Outcome.accepted(now.plus(expiresInDays, ChronoUnit.DAYS))
                    : invalid("expiresInDays must be 1 to " + MOST_DAYS);
        }
        try {
            return Outcome.accepted(expiresAt == null ? Instant.MAX : Instant.parse(expiresAt));
        } catch (DateTimeException e) {
            return invalid("expiresAt must be a time like 2027-11-23T00:00:00Z");
        }
    }

    private static <T> Outcome<T> invalid(String detail) {
        return Outcome.refused(ScimError.badRequest(ScimType.INVALID_VALUE, detail));
    }
}
