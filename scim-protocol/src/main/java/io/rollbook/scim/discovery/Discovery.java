package io.rollbook.scim.discovery;

import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.message.ListResponse;
import io.rollbook.scim.message.QueryParameters;
import io.rollbook.scim.message.Responses;
import io.rollbook.scim.message.ScimErrors;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.Attributes;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.Schema;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Text;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** Answers the three discovery endpoints (RFC 7644 §4). Immutable and thread-safe. */
public final class Discovery {
    private static final String SERVICE_PROVIDER_CONFIG = "/ServiceProviderConfig";

    private final Complex serviceProviderConfig;
    private final Listing resourceTypes;
    private final Listing schemas;

    public Discovery(SchemaCatalog catalog, Capabilities capabilities) {
        this.serviceProviderConfig = ServiceProviderConfig.of(capabilities);
        this.resourceTypes =
                new Listing(
                        "/ResourceTypes",
                        "ResourceType",
                        catalog.resourceTypes().stream().map(ResourceTypeResource::of).toList());
        this.schemas =
                new Listing(
                        "/Schemas",
                        "Schema",
                        catalog.schemas().stream()
                                .map(schema -> withCommon(catalog, schema))
                                .map(SchemaResource::of)
                                .toList());
    }

    /**
     * RFC 7643 §3.1 leaves the common attributes out of the schemas. Those that clients set are
     * shown with each resource type all the same: Entra looks here for every attribute that it
     * maps.
     */
    private static Schema withCommon(SchemaCatalog catalog, Schema schema) {
        return catalog.resourceTypes().stream()
                .filter(type -> type.base().equals(schema))
                .findFirst()
                .map(type -> new Attributes(settable(type)))
                .map(all -> new Schema(schema.id(), schema.name(), schema.description(), all))
                .orElse(schema);
    }

    private static List<Attribute> settable(ResourceType type) {
        return type.attributes().stream()
                .filter(
                        attribute ->
                                !attribute.isReadOnly()
                                        || type.base().attributes().find(attribute.name()) != null)
                .toList();
    }

    /**
     * Answers a GET.
     *
     * @param path below the base URI, decoded
     * @return empty when the path belongs to nobody here
     */
    public Optional<ScimResponse> answer(String path, QueryParameters query, String baseUri) {
        if (path.equalsIgnoreCase(SERVICE_PROVIDER_CONFIG)) {
            return Optional.of(
                    query.get("filter") == null
                            ? Responses.ok(serviceProviderConfig(baseUri))
                            : filtered(SERVICE_PROVIDER_CONFIG));
        }
        for (Listing listing : List.of(resourceTypes, schemas)) {
            if (listing.owns(path)) {
                return Optional.of(answer(listing, path, query, baseUri));
            }
        }
        return Optional.empty();
    }

    /** Filtering could hide a schema that a client must know (RFC 7644 §4). */
    private static ScimResponse filtered(String path) {
        return ScimErrors.response(
                ScimError.of(403, "Filters are not allowed on '%s'.".formatted(path)));
    }

    private byte[] serviceProviderConfig(String baseUri) {
        Complex meta =
                Complex.of(
                        "resourceType",
                        new Text("ServiceProviderConfig"),
                        "location",
                        new Text(baseUri + SERVICE_PROVIDER_CONFIG));
        return Json.write(serviceProviderConfig.with("meta", meta));
    }

    private static ScimResponse answer(
            Listing listing, String path, QueryParameters query, String baseUri) {
        if (query.get("filter") != null) {
            return filtered(listing.path());
        }
        if (path.equalsIgnoreCase(listing.path())) {
            return Responses.ok(ListResponse.all(listing.all(baseUri)).toBytes());
        }
        byte @Nullable [] one = listing.one(path.substring(listing.path().length() + 1), baseUri);
        return one == null
                ? ScimErrors.response(
                        ScimError.notFound("'%s' has no such entry.".formatted(listing.path())))
                : Responses.ok(one);
    }
}
