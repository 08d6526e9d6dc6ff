package io.rollbook.projections.view;

import io.rollbook.projections.database.Sql;
import io.rollbook.scim.canonical.ReferenceArray;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** An attribute whose elements are memberships of the row {@code r}. */
public sealed interface Relation permits GroupsOfUser, MembersOfGroup {

    /** Its name in the schema. */
    String attribute();

    /** One row of arrays: {@code ids}, {@code types}, {@code displays}, in a stable order. */
    Sql references(String tenantId);

    /** Rows of one column, each an element in comparable form as {@code jsonb}. */
    Sql elements(String tenantId);

    /** Of {@link #elements(String)} the one that is shown first, if there is one. */
    Sql first(String tenantId);

    /** Those of {@link #elements(String)} with this value. */
    Sql elements(String tenantId, String value);

    /** The ids of the rows that have an element with this value. */
    Sql holders(String tenantId, String value);

    /**
     * The ids of the rows that have an element with such a name.
     *
     * @param named a condition on {@code n.name_key}
     * @return empty when no index leads there
     */
    Optional<Sql> holdersOfNamed(String tenantId, Sql named);

    /** How many elements the row has; empty when they are so few that nobody need count. */
    Optional<Sql> count(String tenantId);

    /** Adds what one row of {@link #references} says of one element. */
    void show(ReferenceArray array, String id, String type, @Nullable String display);
}
