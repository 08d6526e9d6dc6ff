package io.rollbook.scim.discovery;

import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.ComplexBuilder;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Text;
import io.rollbook.scim.value.Whole;

/** The resource of RFC 7643 §5, without its {@code meta}. */
final class ServiceProviderConfig {
    static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";

    private static final Complex BEARER_TOKEN =
            Complex.builder()
                    .put("type", new Text("oauthbearertoken"))
                    .put("name", new Text("OAuth Bearer Token"))
                    .put(
                            "description",
                            new Text("A token of the tenant in the Authorization header."))
                    .put("specUri", new Text("https://www.rfc-editor.org/info/rfc6750"))
                    .put("primary", Bool.TRUE)
                    .build();

    private ServiceProviderConfig() {}

    static Complex of(Capabilities capabilities) {
        ComplexBuilder config = Complex.builder().put("schemas", Many.of(new Text(SCHEMA)));
        if (capabilities.documentationUri() != null) {
            config.put("documentationUri", new Text(capabilities.documentationUri()));
        }
        Capabilities.Bulk bulk = capabilities.bulk();
        return config.put("patch", supported(true))
                .put(
                        "bulk",
                        supported(bulk.supported())
                                .with("maxOperations", new Whole(bulk.maxOperations()))
                                .with("maxPayloadSize", new Whole(bulk.maxPayloadSize())))
                .put(
                        "filter",
                        supported(true).with("maxResults", new Whole(capabilities.maxResults())))
                .put("changePassword", supported(false))
                .put("sort", supported(capabilities.sort()))
                .put("etag", supported(capabilities.etag()))
                .put("pagination", pagination(capabilities))
                .put("authenticationSchemes", Many.of(BEARER_TOKEN))
                .build();
    }

    private static Complex pagination(Capabilities capabilities) {
        Integer timeout = capabilities.pages().cursorTimeoutSeconds();
        Complex pagination =
                Complex.builder()
                        .put("cursor", Bool.of(timeout != null))
                        .put("index", Bool.TRUE)
                        .put("defaultPaginationMethod", new Text("index"))
                        .put("defaultPageSize", new Whole(capabilities.pages().defaultPageSize()))
                        .put("maxPageSize", new Whole(capabilities.maxResults()))
                        .build();
        return timeout == null ? pagination : pagination.with("cursorTimeout", new Whole(timeout));
    }

    private static Complex supported(boolean supported) {
        return Complex.of("supported", Bool.of(supported));
    }
}
