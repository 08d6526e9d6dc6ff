package io.rollbook.gateway.path;

/**
 * Where a request goes. Paths are below the route's own prefix, decoded, with a leading slash and
 * no trailing one.
 */
public sealed interface Route {

    /** The SCIM protocol (RFC 7644); {@code /scim} is the same as {@code /scim/v2}. */
    record Scim(String path) implements Route {}

    /** SCIM in a version that is not spoken here (RFC 7644 §3.13). */
    record OtherScimVersion(String version, String path) implements Route {}

    /** SCIM, by a path that leads to nothing. */
    record UnknownScim(String path) implements Route {}

    /** SCIM, by a path that cannot be read. */
    record MalformedScim() implements Route {}

    /** The provisioning log. */
    record Audit(String path) implements Route {}

    /**
     * The provisioning log, and the jobs of connections, in the shape of Microsoft Graph.
     *
     * @param prefix what stands before the path; Graph's version may be named
     */
    record Graph(String prefix, String path) implements Route {}

    /** OAuth 2.0: what clients get access tokens by. */
    record OAuth(Page page) implements Route {

        /** The token endpoint (RFC 6749 §3.2), the public keys, the metadata (RFC 8414). */
        public enum Page {
            TOKEN,
            KEYS,
            METADATA
        }
    }

    /** The description of this server for programs (OpenAPI). */
    record ApiDocs() implements Route {}

    /** Tenants and tokens. */
    record Administration(String path) implements Route {}

    /** The read models' own administration. */
    record ProjectionsAdministration(String path) implements Route {}

    /** The log's own administration. */
    record AuditAdministration(String path) implements Route {}

    /** Whether SCIM requests will succeed, or whether all parts are well. */
    record Health(Of of) implements Route {
        public enum Of {
            SCIM,
            ALL
        }
    }

    /** Whether the process is alive. */
    record Liveness() implements Route {}

    /** The numbers of this process. */
    record Metrics() implements Route {}

    /** The root, for humans who look. */
    record Welcome() implements Route {}

    record Nowhere() implements Route {}

    /** The path cannot be read at all. */
    record Malformed() implements Route {}

    /**
     * @param rawPath still encoded, without a query
     */
    static Route of(String rawPath) {
        return RequestPath.parse(rawPath)
                .map(RouteTable::find)
                .orElseGet(() -> RouteTable.malformed(rawPath));
    }
}
