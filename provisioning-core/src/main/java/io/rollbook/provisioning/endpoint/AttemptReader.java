package io.rollbook.provisioning.endpoint;

import io.rollbook.provisioning.attempt.Attempt;
import io.rollbook.provisioning.attempt.StorableText;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Text;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;

import java.util.Objects;

/**
 * Says what a request wanted, as far as it can be read: also of a body that was refused. Only for
 * requests that changed nothing, so that the others need not be read twice.
 */
final class AttemptReader {

    private static final int MOST_CHARACTERS = 1_024;

    private AttemptReader() {}

    static Attempt read(ScimRequest request, Target target) {
        Complex body = bodyOf(request);
        return switch (target) {
            case Target.All(var type) -> attempt(request, type, null, body);
            case Target.One(var type, var id) -> attempt(request, type, id, body);
            case Target.Bulk _,
                    Target.Search _,
                    Target.Discovery _,
                    Target.Me _,
                    Target.Nothing _ ->
                    new Attempt(request.method().name(), null, null, null, null);
        };
    }

    private static Attempt attempt(
            ScimRequest request, ResourceType type, @Nullable String id, Complex body) {
        String name = type.name().equals("User") ? "userName" : "displayName";
        return new Attempt(
                request.method().name(),
                type.name(),
                shortened(id),
                shortened(text(body, "externalId")),
                shortened(text(body, name)));
    }

    private static Complex bodyOf(ScimRequest request) {
        try {
            return Json.readObject(request.body());
        } catch (JacksonException | IllegalArgumentException e) {
            return Complex.EMPTY;
        }
    }

    private static @Nullable String text(Complex body, String name) {
        return body.members().entrySet().stream()
                .filter(member -> member.getKey().equalsIgnoreCase(name))
                .map(member -> member.getValue() instanceof Text(String text) ? text : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String shortened(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return StorableText.of(
                text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS));
    }
}
