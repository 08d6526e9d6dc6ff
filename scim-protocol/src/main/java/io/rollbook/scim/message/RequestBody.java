package io.rollbook.scim.message;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.Refusal;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.value.Json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

import java.util.function.Function;

/** Opens the JSON that a client sent: exactly one object, nothing after it, not nested too deep. */
public final class RequestBody {
    private RequestBody() {}

    /**
     * @param reading starts on the object's opening brace and ends on its closing one; may refuse
     *     by {@link Refusal}
     */
    public static <T> Outcome<T> readObject(byte[] body, Function<JsonParser, T> reading) {
        if (body.length == 0) {
            return notTheMessage("The request has no body; a JSON object is expected.");
        }
        if (!isUtf8(body)) {
            return notTheMessage("The body is not in UTF-8.");
        }
        try (JsonParser parser = Json.parser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return notTheMessage("The body is not a JSON object.");
            }
            Outcome<T> outcome = Refusal.toOutcome(() -> reading.apply(parser));
            if (outcome instanceof Outcome.Accepted<T> && parser.nextToken() != null) {
                return notTheMessage("The body goes on after the JSON object.");
            }
            return outcome;
        } catch (StreamConstraintsException e) {
            return notTheMessage(
                    "The body is nested deeper than "
                            + Json.NESTING
                            + " levels or holds a name, number or string that is too long.");
        } catch (JacksonException e) {
            return notTheMessage("The body is not valid JSON" + place(e) + ".");
        }
    }

    /**
     * The parser would guess UTF-16 and UTF-32 by their zeros or byte order marks; RFC 7644 §3.8
     * knows UTF-8 only.
     */
    private static boolean isUtf8(byte[] body) {
        for (int i = 0; i < Math.min(4, body.length); i++) {
            if (body[i] == 0 || body[i] == (byte) 0xFE || body[i] == (byte) 0xFF) {
                return false;
            }
        }
        return true;
    }

    private static <T> Outcome<T> notTheMessage(String detail) {
        return Outcome.refused(ScimError.badRequest(ScimType.INVALID_SYNTAX, detail));
    }

    /** Where, but never what: the text around the place may be personal data. */
    private static String place(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        return location == null
                ? ""
                : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }
}
