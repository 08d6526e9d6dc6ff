package io.rollbook.provisioning.group;

import io.rollbook.provisioning.aggregate.Moment;
import io.rollbook.provisioning.group.event.GroupCreated;
import io.rollbook.provisioning.group.event.GroupEvent;
import io.rollbook.provisioning.group.event.GroupUpdated;
import io.rollbook.scim.canonical.Meta;
import io.rollbook.scim.change.Changes;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Text;

import java.util.List;

/**
 * A group that exists.
 *
 * @param attributes {@code displayName} is always among them, {@code members} never
 */
public record PresentGroup(String id, Complex attributes, Meta meta) implements Group {

    private static final String DISPLAY_NAME = "displayName";

    static PresentGroup of(GroupCreated created, Moment at) {
        return new PresentGroup(
                created.groupId(),
                created.attributes(),
                new Meta(at.time(), at.time(), at.version()));
    }

    public String displayName() {
        if (attributes.get(DISPLAY_NAME) instanceof Text(String displayName)) {
            return displayName;
        }
        throw new IllegalStateException("A group without displayName");
    }

    PresentGroup with(Complex attributes, Moment at) {
        return new PresentGroup(id, attributes, new Meta(meta.created(), at.time(), at.version()));
    }

    /** What has to happen for the group to have these attributes; nothing when it has. */
    List<GroupEvent> becoming(Complex wanted) {
        var changes = Changes.between(attributes, wanted);
        return changes.isEmpty() ? List.of() : List.of(new GroupUpdated(id, changes));
    }
}
