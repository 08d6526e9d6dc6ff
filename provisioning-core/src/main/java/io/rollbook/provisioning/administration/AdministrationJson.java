package io.rollbook.provisioning.administration;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.Problem;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.Written;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Bodies of administration: JSON in, JSON or RFC 9457 problems out. */
public final class AdministrationJson {

    private static final byte[] NOTHING = {};

    private final JsonMapper mapper =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    /** An absent body is an empty object. */
    public <T> Outcome<T> read(byte[] body, Class<T> type) {
        try {
            T read = body.length == 0 ? mapper.readValue("{}", type) : mapper.readValue(body, type);
            return read == null ? unreadable(type) : Outcome.accepted(read);
        } catch (JacksonException e) {
            return unreadable(type);
        }
    }

    /** A body that must be an object, whatever its members. */
    public Outcome<ObjectNode> readObject(byte[] body) {
        try {
            if (mapper.readTree(body) instanceof ObjectNode object) {
                return Outcome.accepted(object);
            }
        } catch (JacksonException e) {
            // The same as any other body that is not an object.
        }
        return Outcome.refused(
                ScimError.badRequest(ScimType.INVALID_SYNTAX, "The body must be a JSON object"));
    }

    public ScimResponse write(AdministrationAnswer answer) {
        Object body = answer.body();
        return body == null
                ? new ScimResponse(answer.status(), Map.of(), NOTHING, answer.written())
                : response(answer.status(), "application/json", body, answer.written());
    }

    public ScimResponse problem(ScimError error) {
        return response(error.status(), Problem.MEDIA_TYPE, Problem.of(error), List.of());
    }

    private ScimResponse response(
            int status, String contentType, Object body, List<Written> written) {
        return new ScimResponse(
                status,
                Map.of("Content-Type", contentType),
                mapper.writeValueAsBytes(body),
                written);
    }

    private static <T> Outcome<T> unreadable(Class<T> type) {
        return Outcome.refused(
                ScimError.badRequest(
                        ScimType.INVALID_SYNTAX,
                        "The body must be a JSON object with these members at most: "
                                + membersOf(type)));
    }

    private static String membersOf(Class<?> type) {
        return String.join(
                ", ",
                Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList());
    }
}
