package io.rollbook.provisioning.connection;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.seam.Role;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which roles one token may have together: nobody reads in the log what they themselves provision
 * or administer.
 */
final class SeparationOfDuties {

    private static final Set<Role> READERS = EnumSet.of(Role.AUDIT_READ, Role.AUDIT_EXPORT);

    private SeparationOfDuties() {}

    static Outcome<Set<Role>> check(Set<Role> roles) {
        if (roles.isEmpty()) {
            return refused("A token needs a role");
        }
        if (roles.size() > 1 && !READERS.containsAll(roles)) {
            return refused(
                    "Separation of duties: one token has either the role scim, or admin, or the"
                            + " roles for reading the log, audit.read and audit.export");
        }
        return Outcome.accepted(roles);
    }

    private static Outcome<Set<Role>> refused(String detail) {
        return Outcome.refused(ScimError.badRequest(ScimType.INVALID_VALUE, detail));
    }
}
