package io.rollbook.projections.document;

import io.rollbook.scim.extension.TenantExtension;
import io.rollbook.scim.extension.TenantExtensions;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Value;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A tenant's extensions as JSON. */
public final class CatalogDocument {

    private static final String EXTENSIONS = "extensions";

    private CatalogDocument() {}

    public static String of(TenantExtensions extensions) {
        var all = extensions.all().stream().<Value>map(TenantExtension::toValue).toList();
        return new String(
                Json.write(Complex.of(EXTENSIONS, new Many(all))), StandardCharsets.UTF_8);
    }

    public static TenantExtensions read(String json) {
        var value = Json.readObject(json.getBytes(StandardCharsets.UTF_8)).get(EXTENSIONS);
        List<Value> all = value instanceof Many(var elements) ? elements : List.of();
        return TenantExtensions.of(
                all.stream().map(each -> TenantExtension.of((Complex) each)).toList());
    }
}
