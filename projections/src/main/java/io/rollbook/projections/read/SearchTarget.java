package io.rollbook.projections.read;

import io.rollbook.projections.view.ResourceView;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;

import java.util.List;
import java.util.Optional;

/**
 * Whose resources are asked for.
 *
 * @param endpoint {@code /} for those of all types
 */
record SearchTarget(String endpoint, List<ResourceView> views) {

    private static final String ROOT = "/";

    SearchTarget {
        views = List.copyOf(views);
    }

    /**
     * @param endpoint as in the path
     * @param catalog the tenant's schemas
     */
    static Optional<SearchTarget> at(String endpoint, SchemaCatalog catalog) {
        return endpoint.equals(ROOT)
                ? Optional.of(new SearchTarget(ROOT, ResourceView.all(catalog)))
                : ResourceView.at(catalog, endpoint)
                        .map(view -> new SearchTarget(endpoint, List.of(view)));
    }

    boolean isRoot() {
        return endpoint.equals(ROOT);
    }

    List<ResourceType> types() {
        return views.stream().map(ResourceView::type).toList();
    }
}
