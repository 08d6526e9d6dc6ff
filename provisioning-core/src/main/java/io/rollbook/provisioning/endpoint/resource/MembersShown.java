package io.rollbook.provisioning.endpoint.resource;

import io.rollbook.provisioning.group.event.MemberType;
import io.rollbook.provisioning.register.membership.MembershipRegister;
import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.scim.canonical.ReferenceArray;
import io.rollbook.scim.canonical.Splice;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The members of a group as an answer shows them, straight from the register. */
public final class MembersShown {

    private final Transactions transactions;
    private final MembershipRegister members;

    public MembersShown(Transactions transactions, MembershipRegister members) {
        this.transactions = transactions;
        this.members = members;
    }

    /** Nothing when the group has none: an unassigned attribute is left out. */
    List<Splice> of(String tenantId, String groupId) {
        var array = new ReferenceArray("members");
        var count = new AtomicInteger();
        transactions.inTenant(
                tenantId,
                () -> {
                    members.forEachShown(
                            tenantId,
                            groupId,
                            shown -> {
                                count.incrementAndGet();
                                var member = shown.member();
                                array.add(
                                        typeOf(member.type()),
                                        member.value(),
                                        shown.display(),
                                        member.type().label());
                            });
                    return null;
                });
        return count.get() == 0 ? List.of() : List.of(array.toSplice());
    }

    private static ResourceType typeOf(MemberType type) {
        return switch (type) {
            case USER -> SchemaCatalog.standard().user();
            case GROUP -> SchemaCatalog.standard().group();
        };
    }
}
