package io.rollbook.projections.filtersql;

import io.rollbook.projections.database.Sql;

import java.util.Optional;

/** Where the values of an attribute are. */
interface Place {

    /** An item of a FROM clause: one row and one {@code jsonb} column per value. */
    Sql values();

    /** The value as {@code jsonb}, or SQL's null; only where there is at most one. */
    Optional<Sql> single();
}
