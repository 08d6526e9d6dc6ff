package io.rollbook.link.wire;

import io.rollbook.scim.seam.Caller;

import org.jspecify.annotations.Nullable;

/** "Who owns this token?" */
public record CallerQuestion(String tokenHash) {

    public record Answer(@Nullable Caller caller) {}
}
