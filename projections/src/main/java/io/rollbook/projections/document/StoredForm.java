package io.rollbook.projections.document;

import io.rollbook.scim.canonical.CanonicalJson;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Text;
import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is stored of one resource, all of it made from its canonical JSON.
 *
 * @param search JSON of the comparable form, with {@link #BASE_URI} for the base URI
 * @param nameKey what people know it by
 * @param externalIdKey null when there is none
 * @param display as it was sent; null when there is none
 * @param terms what else it is found by
 */
public record StoredForm(
        byte[] canonical,
        String search,
        String nameKey,
        @Nullable String externalIdKey,
        @Nullable String display,
        Set<Term> terms) {

    /** Stands for the base URI in {@link #search}. */
    public static final String BASE_URI = "\u0001";

    public static StoredForm of(ResourceType type, byte[] canonical) {
        var resource = Json.readObject(CanonicalJson.render(canonical, BASE_URI));
        var comparable = ComparableForm.of(type, resource);
        var indexed = IndexedAttributes.of(type);
        return new StoredForm(
                canonical,
                new String(Json.write(comparable), StandardCharsets.UTF_8),
                keys(indexed.name(), comparable).findFirst().orElse(""),
                keys(indexed.externalId(), comparable).findFirst().orElse(null),
                texts(indexed.display(), resource)
                        .map(ComparableForm::storable)
                        .findFirst()
                        .orElse(null),
                terms(indexed.terms(), comparable));
    }

    /**
     * What a resource is found by.
     *
     * @param attributes of the resource, without {@code id} and {@code meta}
     */
    public static Set<Term> termsOf(ResourceType type, Complex attributes) {
        return terms(IndexedAttributes.of(type).terms(), ComparableForm.of(type, attributes));
    }

    private static Set<Term> terms(List<AttributePath> paths, Complex comparable) {
        var terms = new LinkedHashSet<Term>();
        for (var path : paths) {
            keys(path, comparable).map(key -> new Term(path.toString(), key)).forEach(terms::add);
        }
        return terms;
    }

    private static Stream<String> keys(AttributePath path, Complex resource) {
        return texts(path, resource).map(IndexKey::of);
    }

    private static Stream<String> texts(AttributePath path, Complex resource) {
        var sub = path.subAttribute();
        return elements(path.attributeIn(resource))
                .flatMap(
                        element ->
                                sub == null
                                        ? Stream.of(element)
                                        : element instanceof Complex complex
                                                ? elements(complex.get(sub.name()))
                                                : Stream.empty())
                .flatMap(value -> value instanceof Text(String text) ? Stream.of(text) : null);
    }

    private static Stream<Value> elements(@Nullable Value value) {
        return switch (value) {
            case null -> Stream.empty();
            case Many(var elements) -> elements.stream();
            case Value single -> Stream.of(single);
        };
    }
}
