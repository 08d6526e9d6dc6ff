package io.rollbook.audit.entry;

import org.jspecify.annotations.Nullable;

/**
 * The names under which Microsoft Entra's provisioning log knows failures. An officer finds them in
 * Microsoft's documents, and tools count by them; {@link #advice()} says what helps here.
 */
public enum ErrorCode {
    SYSTEM_FOR_CROSS_DOMAIN_IDENTITY_MANAGEMENT_SERVICE_INCOMPATIBLE(
            "SystemForCrossDomainIdentityManagementServiceIncompatible",
            "The request could not be read as SCIM. Send application/scim+json in UTF-8 without"
                    + " compression, to the tenant URL of this server, which ends with /scim/v2;"
                    + " the reason names what was wrong."),
    MANDATORY_FIELDS_MISSING(
            "MandatoryFieldsMissing",
            "Map a source attribute that always has a value to the attribute that the reason"
                    + " names, or leave users without it out of scope; then provision again."),
    MISSING_VALUES(
            "MissingValues",
            "Correct the value that the reason names in the source, or the mapping that makes it;"
                    + " then provision again."),
    SCHEMA_ATTRIBUTE_NOT_FOUND(
            "SchemaAttributeNotFound",
            "The mapping names an attribute that this server does not have. Compare it with GET"
                    + " /scim/v2/Schemas, and correct or remove the mapping."),
    UNRESOLVED_REFERENCE(
            "UnableToResolveReferenceAttributeValue",
            "Provision the referenced user or group first, or take it into scope. The identity"
                    + " provider sends the reference again with its next cycle."),
    UNAUTHORIZED(
            "Unauthorized",
            "Issue a new token for the connection and enter it at the identity provider."),
    INSUFFICIENT_RIGHTS(
            "InsufficientRights",
            "The token has no role that allows this. Use the connection's token with the role"
                    + " scim for provisioning, and audit tokens only for the log."),
    NOT_PERMITTED(
            "NotPermitted",
            "The attribute is read-only here. Remove its mapping at the identity provider."),
    METHOD_NOT_ALLOWED(
            "MethodNotAllowed",
            "This method does not exist at this path. Check the tenant URL of the connection: it"
                    + " ends with /scim/v2."),
    INVALID_ANCHOR(
            "InvalidAnchor",
            "The object is gone here, or never was. Restart provisioning at the identity"
                    + " provider, so that it matches its objects again."),
    ENTRY_CONFLICT(
            "EntryConflict",
            "Another object holds this name. Find it with the filter"
                    + " targetIdentity/displayName eq the name, then rename one of the two, or make"
                    + " the identity provider match by this attribute."),
    CONFLICT(
            "Conflict",
            "Somebody else changed the object at the same time. The next attempt reads its"
                    + " present version; nothing is to be done unless it repeats."),
    TOO_MANY_REQUESTS(
            "TooManyRequests",
            "The limit of requests was reached; the identity provider tries again by itself. If it"
                    + " repeats, ask the operator for a higher limit."),
    UNPROCESSABLE_ENTITY(
            "UnprocessableEntity",
            "The request is beyond a limit of this server, which the reason names. Send fewer"
                    + " operations or smaller bodies, or ask the operator for a higher limit."),
    NOT_IMPLEMENTED(
            "NotImplemented",
            "This server does not offer the operation; GET /scim/v2/ServiceProviderConfig says"
                    + " what it offers."),
    TIMEOUT(
            "Timeout",
            "The request did not arrive or was not answered in time; the identity provider tries"
                    + " again by itself. If it repeats, look at the network between the two."),
    WEB_EXCEPTION_PROTOCOL_ERROR(
            "WebExceptionProtocolError",
            "A part of this server was away; nothing was changed, and the identity provider tries"
                    + " again by itself. If it repeats, ask the operator."),
    INTERNAL_SERVER_ERROR(
            "InternalServerError",
            "This server failed; nothing was changed. Give the operator the request id of this"
                    + " entry.");

    private final String label;
    private final String advice;

    ErrorCode(String label, String advice) {
        this.label = label;
        this.advice = advice;
    }

    /** As it is stored and shown. */
    public String label() {
        return label;
    }

    /** What to do, in one or two sentences for whoever runs the connection. */
    public String advice() {
        return advice;
    }

    /**
     * The code of what was answered; never fails, as an unknown status is a failure as well.
     *
     * @param target what the request was about: where it named no object, no object is gone
     */
    public static ErrorCode of(Refusal refusal, Target target) {
        int status = refusal.httpStatus();
        return switch (status) {
            case 400 -> ofBadRequest(refusal.scimType(), refusal.detail());
            case 401 -> UNAUTHORIZED;
            case 403 -> INSUFFICIENT_RIGHTS;
            case 404 ->
                    target.id() == null
                            ? SYSTEM_FOR_CROSS_DOMAIN_IDENTITY_MANAGEMENT_SERVICE_INCOMPATIBLE
                            : INVALID_ANCHOR;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406, 415 -> SYSTEM_FOR_CROSS_DOMAIN_IDENTITY_MANAGEMENT_SERVICE_INCOMPATIBLE;
            case 408, 504 -> TIMEOUT;
            case 409 -> "uniqueness".equals(refusal.scimType()) ? ENTRY_CONFLICT : CONFLICT;
            case 412, 428 -> CONFLICT;
            case 429 -> TOO_MANY_REQUESTS;
            case 501 -> NOT_IMPLEMENTED;
            case 502, 503 -> WEB_EXCEPTION_PROTOCOL_ERROR;
            default -> status < 500 ? UNPROCESSABLE_ENTITY : INTERNAL_SERVER_ERROR;
        };
    }

    private static ErrorCode ofBadRequest(@Nullable String scimType, String detail) {
        return switch (scimType) {
            case "invalidPath", "noTarget", "invalidFilter" -> SCHEMA_ATTRIBUTE_NOT_FOUND;
            case "mutability" -> NOT_PERMITTED;
            case "tooMany" -> UNPROCESSABLE_ENTITY;
            case "invalidValue" -> ofInvalidValue(detail);
            case null, default -> SYSTEM_FOR_CROSS_DOMAIN_IDENTITY_MANAGEMENT_SERVICE_INCOMPATIBLE;
        };
    }

    /** SCIM has one keyword for these; the sentences of this server tell them apart. */
    private static ErrorCode ofInvalidValue(String detail) {
        if (detail.contains(" is required")) {
            return MANDATORY_FIELDS_MISSING;
        }
        return detail.startsWith("members") || detail.startsWith("manager")
                ? UNRESOLVED_REFERENCE
                : MISSING_VALUES;
    }
}
