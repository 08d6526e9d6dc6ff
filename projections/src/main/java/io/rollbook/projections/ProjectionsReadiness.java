package io.rollbook.projections;

import io.rollbook.projections.database.DatabaseFailure;
import io.rollbook.projections.database.Sql;
import io.rollbook.projections.database.TenantQueries;
import io.rollbook.projections.feed.FeedState;
import io.rollbook.scim.seam.Readiness;
import io.rollbook.scim.seam.Unavailable;

import java.sql.ResultSet;
import java.util.Optional;

/** Reads can be answered, and they show what has been published. */
record ProjectionsReadiness(TenantQueries queries, FeedState feed) implements Readiness {

    @Override
    public Optional<String> notReadyBecause() {
        try {
            queries.ask("", Sql.of("select 1"), ResultSet::next);
            return feed.notReadyBecause();
        } catch (Unavailable | DatabaseFailure e) {
            return Optional.of("The database of the projections does not answer.");
        }
    }
}
