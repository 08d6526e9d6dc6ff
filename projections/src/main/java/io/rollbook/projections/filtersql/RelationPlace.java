package io.rollbook.projections.filtersql;

import io.rollbook.projections.database.Sql;
import io.rollbook.scim.schema.Attribute;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * Values that come from memberships.
 *
 * @param elements rows of one column, one for each element
 * @param sub the sub-attribute; null for the elements themselves
 */
record RelationPlace(Sql elements, @Nullable Attribute sub) implements Place {

    @Override
    public Sql values() {
        if (sub == null) {
            return elements.within("(", ")");
        }
        return Sql.of("(select e.v -> ?::text from ", sub.name())
                .then(elements.within("(", ")"))
                .then(" e (v) where e.v -> ?::text is not null)", sub.name());
    }

    @Override
    public Optional<Sql> single() {
        return Optional.empty();
    }
}
