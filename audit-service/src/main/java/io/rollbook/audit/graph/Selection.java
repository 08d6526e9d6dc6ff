package io.rollbook.audit.graph;

import io.rollbook.audit.graph.filter.FilterCompiler;
import io.rollbook.audit.graph.summary.SkipToken;
import io.rollbook.audit.graph.summary.SummaryJson;
import io.rollbook.audit.odata.Expression;
import io.rollbook.audit.read.Alternative;
import io.rollbook.audit.read.EntryLog;
import io.rollbook.audit.read.Search;
import io.rollbook.audit.read.Vocabulary;
import io.rollbook.scim.error.Outcome;

import java.util.List;
import java.util.Optional;

/**
 * Makes a search of a request's options: of the entries that are there when it is made. What comes
 * later may be of a kind that the filter was not asked about, and would be missing between others.
 */
final class Selection {

    private final String tenant;
    private final Vocabulary vocabulary;
    private final long end;

    private Selection(String tenant, Vocabulary vocabulary, long end) {
        this.tenant = tenant;
        this.vocabulary = vocabulary;
        this.end = end;
    }

    /** From what is in the log now. */
    static Selection from(EntryLog log, String tenant) {
        return new Selection(tenant, log.vocabulary(tenant), log.lastPosition(tenant));
    }

    Outcome<Search> of(Options options) {
        return options.filter()
                .flatMap(this::condition)
                .flatMap(
                        condition ->
                                options.oldestFirst()
                                        .flatMap(
                                                oldestFirst ->
                                                        options.top()
                                                                .map(
                                                                        top ->
                                                                                search(
                                                                                        condition,
                                                                                        oldestFirst,
                                                                                        top))))
                .flatMap(search -> placed(search, Optional.ofNullable(options.value("skiptoken"))));
    }

    private Outcome<List<Alternative>> condition(Optional<Expression> filter) {
        return filter.isEmpty()
                ? Outcome.accepted(List.of(Alternative.ALL))
                : new FilterCompiler(tenant, vocabulary).compile(filter.get());
    }

    private Search search(List<Alternative> alternatives, boolean oldestFirst, int top) {
        return new Search(alternatives, oldestFirst, null, end, top, SummaryJson.PROPERTIES_SHOWN);
    }

    private static Outcome<Search> placed(Search search, Optional<String> token) {
        if (token.isEmpty()) {
            return Outcome.accepted(search);
        }
        return SkipToken.parse(token.get())
                .map(place -> Outcome.accepted(search.after(place.place())))
                .orElseGet(() -> Options.refused("$skiptoken must be that of an @odata.nextLink."));
    }
}
