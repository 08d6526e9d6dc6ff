package io.rollbook.projections.directory;

import io.rollbook.projections.directory.fold.ResourceState;
import io.rollbook.projections.document.StoredForm;
import io.rollbook.scim.canonical.CanonicalJson;
import io.rollbook.scim.canonical.Meta;
import io.rollbook.scim.schema.ResourceType;

/** A resource with what is stored of it. */
record ResourceRow(ResourceState state, StoredForm form) {

    static ResourceRow of(ResourceType type, ResourceState state) {
        var meta = new Meta(state.created(), state.lastModified(), state.version());
        var canonical = CanonicalJson.of(type, state.id(), state.attributes(), meta);
        return new ResourceRow(state, StoredForm.of(type, canonical));
    }
}
