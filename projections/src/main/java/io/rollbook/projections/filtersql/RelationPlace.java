package io.rollbook.projections.filtersql;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.view.Relation;
import io.rollbook.scim.schema.Attribute;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * Values that come from memberships.
 *
 * @param sub the sub-attribute; null for the elements themselves
 */
record RelationPlace(Relation relation, String tenantId, @Nullable Attribute sub) implements Place {

    @Override
    public Sql values() {
        var elements = relation.elements(tenantId).within("(", ")");
        if (sub == null) {
            return elements;
        }
        return Sql.of("(select e.v -> ?::text from ", sub.name())
                .then(elements)
                .then(" e (v) where e.v -> ?::text is not null)", sub.name());
    }

    @Override
    public Optional<Sql> single() {
        return Optional.empty();
    }
}
