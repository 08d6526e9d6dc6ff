package io.rollbook.projections.filtersql;

import io.rollbook.projections.database.Sql;

import java.util.List;

/**
 * Rows among which are all that match a filter, found by an index.
 *
 * @param condition on the row {@code r}
 * @param ids a question with the ids of these rows
 * @param few whether a value is named that they have, so that nobody need narrow them down further
 */
record Candidates(Sql condition, Sql ids, boolean few) {

    /**
     * Those whose ids a question gives. As an array, because PostgreSQL cannot know how few they
     * are and would rather go through all rows.
     */
    static Candidates among(Sql ids, boolean few) {
        return new Candidates(ids.within("r.id = any (array(", "))"), ids, few);
    }

    /** All of several together; as one question, since they may come from different tables. */
    static Candidates any(List<Candidates> alternatives) {
        return among(
                Sql.join(
                        " union ",
                        alternatives.stream().map(each -> each.ids().within("(", ")")).toList()),
                alternatives.stream().allMatch(Candidates::few));
    }
}
