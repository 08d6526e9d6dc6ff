package io.rollbook.link.wire;

import io.rollbook.scim.seam.Written;

import java.util.List;

/** "Are these versions visible, within so many milliseconds?" */
public record VisibilityQuestion(String tenantId, List<Written> written, long atMostMillis) {

    public record Answer(boolean visible) {}
}
