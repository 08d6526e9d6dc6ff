package io.rollbook.scim.precondition;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.ScimRequest;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * The preconditions of one request on one resource (RFC 7644 §3.14). They are asked only when there
 * is the resource: what is not there answers 404 whatever they say (RFC 9110 §13.2.1), so that
 * {@code *} means no more than "exists".
 *
 * @param ifMatch null when absent
 * @param ifNoneMatch null when absent
 */
public record Preconditions(@Nullable EntityTags ifMatch, @Nullable EntityTags ifNoneMatch) {

    public static final Preconditions NONE = new Preconditions(null, null);

    /** What a read has to answer. */
    public enum Verdict {
        /** As if nothing had been asked. */
        SHOW,
        /** 304: the client has this version already. */
        NOT_MODIFIED,
        /** 412: the client wants another version. */
        FAILED
    }

    public static Preconditions of(ScimRequest request) {
        return new Preconditions(tags(request, "if-match"), tags(request, "if-none-match"));
    }

    /** {@code If-Match} alone, as the {@code version} of a bulk operation means it. */
    public static Preconditions ifMatch(String tags) {
        return new Preconditions(EntityTags.parse(tags), null);
    }

    /** Whether one version may be served and another not. */
    public boolean isConditional() {
        return (ifMatch != null && !ifMatch.any()) || ifNoneMatch != null;
    }

    /** The state itself when a write may go on from this version, otherwise 412. */
    public <T> Outcome<T> check(long version, T state) {
        return violated(version).<Outcome<T>>map(Outcome::refused).orElse(Outcome.accepted(state));
    }

    /** What a read of this version has to answer (RFC 9110 §13.2.2). */
    public Verdict ofRead(long version) {
        if (ifMatch != null && !ifMatch.include(version)) {
            return Verdict.FAILED;
        }
        return ifNoneMatch != null && ifNoneMatch.include(version)
                ? Verdict.NOT_MODIFIED
                : Verdict.SHOW;
    }

    /** What is answered when the version is not one that {@code If-Match} names. */
    public static ScimError otherVersion() {
        return ScimError.of(412, "The resource has another version than If-Match asks for");
    }

    private Optional<ScimError> violated(long version) {
        return switch (ofRead(version)) {
            case SHOW -> Optional.empty();
            case FAILED -> Optional.of(otherVersion());
            case NOT_MODIFIED ->
                    Optional.of(
                            ScimError.of(
                                    412, "The resource has a version that If-None-Match excludes"));
        };
    }

    private static @Nullable EntityTags tags(ScimRequest request, String header) {
        return request.header(header).map(EntityTags::parse).orElse(null);
    }
}
