package io.rollbook.scim.extension;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.Refusal;
import io.rollbook.scim.schema.SchemaCatalog;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All extensions of one tenant: what may be added to them, and the catalog that they make. */
public final class TenantExtensions {
    public static final TenantExtensions NONE = new TenantExtensions(new TreeMap<>());

    /** Schemas of one tenant. */
    public static final int MOST_SCHEMAS = 25;

    /** Attributes and sub-attributes of one tenant, over all of its schemas. */
    public static final int MOST_ATTRIBUTES = 500;

    /** By URN in lower case: in one order, whatever the order of registration. */
    private final SortedMap<String, TenantExtension> byUrn;

    private TenantExtensions(SortedMap<String, TenantExtension> byUrn) {
        this.byUrn = byUrn;
    }

    public static TenantExtensions of(Collection<TenantExtension> extensions) {
        SortedMap<String, TenantExtension> byUrn = new TreeMap<>();
        extensions.forEach(each -> byUrn.put(lower(each.urn()), each));
        return new TenantExtensions(byUrn);
    }

    /** Ordered by URN. */
    public List<TenantExtension> all() {
        return List.copyOf(byUrn.values());
    }

    /**
     * @param urn in any case
     */
    public Optional<TenantExtension> find(String urn) {
        return Optional.ofNullable(byUrn.get(lower(urn)));
    }

    /**
     * What becomes of an extension that an administrator sends: a new one as it is, a known one
     * with its attributes in the order that they have had. Equal to the present one when nothing
     * changes.
     */
    public Outcome<TenantExtension> admit(TenantExtension wanted) {
        return Refusal.toOutcome(
                () -> {
                    TenantExtension known = byUrn.get(lower(wanted.urn()));
                    if (known != null) {
                        TenantExtension merged = Compatibility.merge(known, wanted);
                        with(merged).checkSize();
                        return merged;
                    }
                    KnownUrns.check(wanted.urn(), byUrn.values());
                    with(wanted).checkSize();
                    return wanted;
                });
    }

    /** Also in the place of one with the same URN. */
    public TenantExtensions with(TenantExtension extension) {
        SortedMap<String, TenantExtension> more = new TreeMap<>(byUrn);
        more.put(lower(extension.urn()), extension);
        return new TenantExtensions(more);
    }

    public TenantExtensions without(String urn) {
        SortedMap<String, TenantExtension> less = new TreeMap<>(byUrn);
        less.remove(lower(urn));
        return new TenantExtensions(less);
    }

    /** The standard schemas and these. */
    public SchemaCatalog catalog() {
        if (byUrn.isEmpty()) {
            return SchemaCatalog.standard();
        }
        return SchemaCatalog.standard()
                .extendedBy(
                        type ->
                                byUrn.values().stream()
                                        .filter(each -> each.resourceType().equals(type.name()))
                                        .map(TenantExtension::extension)
                                        .toList());
    }

    private void checkSize() {
        if (byUrn.size() > MOST_SCHEMAS) {
            throw Objection.of(
                    "A tenant can have at most %d schemas of its own.".formatted(MOST_SCHEMAS));
        }
        long attributes =
                byUrn.values().stream()
                        .flatMap(each -> each.schema().attributes().stream())
                        .mapToLong(each -> 1 + each.subAttributes().inOrder().size())
                        .sum();
        if (attributes > MOST_ATTRIBUTES) {
            throw Objection.of(
                    "A tenant's schemas can have at most %d attributes and sub-attributes together, these would be %d."
                            .formatted(MOST_ATTRIBUTES, attributes));
        }
    }

    private static String lower(String urn) {
        return urn.toLowerCase(Locale.ROOT);
    }
}
