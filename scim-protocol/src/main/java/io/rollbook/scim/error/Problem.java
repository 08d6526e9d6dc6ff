package io.rollbook.scim.error;

/**
 * A refusal where the protocol is not SCIM: a problem detail (RFC 9457), whose members are those of
 * this record in this order.
 *
 * @param type what kind of problem it is: a URN of ours, or {@code about:blank} when the status
 *     says it all
 * @param title the name of the status
 * @param status the HTTP status
 * @param detail a sentence for a human
 */
public record Problem(String type, String title, int status, String detail) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(ScimError error) {
        ScimType type = error.scimType();
        return new Problem(
                type == null ? "about:blank" : "urn:rollbook:problem:" + type.keyword(),
                titleOf(error.status()),
                error.status(),
                error.detail());
    }

    /** As RFC 9110, section 15, and RFC 6585 name the status. */
    private static String titleOf(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 408 -> "Request Timeout";
            case 409 -> "Conflict";
            case 412 -> "Precondition Failed";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 501 -> "Not Implemented";
            case 503 -> "Service Unavailable";
            default -> status < 500 ? "Client Error" : "Server Error";
        };
    }
}
