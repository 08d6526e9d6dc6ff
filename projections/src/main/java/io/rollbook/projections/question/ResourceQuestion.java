package io.rollbook.projections.question;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.view.ResourceView;
import io.rollbook.scim.canonical.ReferenceArray;
import io.rollbook.scim.canonical.Splice;
import io.rollbook.scim.projection.Projection;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * How resources of one type are read in the name of one tenant.
 *
 * @param withRelation whether memberships are shown; if not, they are not touched
 */
public record ResourceQuestion(ResourceView view, String tenantId, boolean withRelation) {

    public static ResourceQuestion of(ResourceView view, String tenantId, Projection projection) {
        var relation = view.relation().attribute();
        return new ResourceQuestion(view, tenantId, projection.includes(relation));
    }

    /** The columns that {@link #read} needs. */
    public Sql columns() {
        var references = withRelation ? ", x.ids, x.types, x.displays" : "";
        return Sql.of("r.id, r.version, r.canonical" + references);
    }

    /** The same for rows that come together with those of other types. */
    Sql columnsOfAnyType() {
        return withRelation
                ? columns()
                : columns()
                        .then(", null::text[] as ids, null::text[] as types")
                        .then(", null::text[] as displays");
    }

    /**
     * The row {@code u} of a resource; to be told which. In a lateral join with {@code offset 0} it
     * is looked up by its key, whatever the statistics say.
     */
    Sql row() {
        return Sql.of(
                "select u.id, u.version, u.canonical from %s u where u.tenant = ?"
                        .formatted(view.table()),
                tenantId);
    }

    /** To be joined to the row {@code r}. */
    public Sql join() {
        return withRelation
                ? view.relation()
                        .references(tenantId)
                        .within(" left join lateral (", ") x on true ")
                : Sql.of(" ");
    }

    public ShownResource read(ResultSet row) throws SQLException {
        return new ShownResource(
                view.type().name(),
                row.getString("id"),
                row.getLong("version"),
                row.getBytes("canonical"),
                withRelation ? references(row) : List.of());
    }

    /** None when there are no elements: an empty list is the same as no attribute. */
    private List<Splice> references(ResultSet row) throws SQLException {
        Array idArray = row.getArray("ids");
        if (idArray == null) {
            return List.of();
        }
        var ids = (String[]) idArray.getArray();
        var types = (String[]) row.getArray("types").getArray();
        var displays = (String[]) row.getArray("displays").getArray();
        var references = new ReferenceArray(view.relation().attribute());
        for (int i = 0; i < ids.length; i++) {
            view.relation().show(references, ids[i], types[i], displays[i]);
        }
        return List.of(references.toSplice());
    }
}
