package io.rollbook.audit.graph;

import io.rollbook.audit.graph.filter.FilterCompiler;
import io.rollbook.audit.graph.summary.SkipToken;
import io.rollbook.audit.graph.summary.SummaryJson;
import io.rollbook.audit.odata.Expression;
import io.rollbook.audit.read.Alternative;
import io.rollbook.audit.read.Search;
import io.rollbook.audit.read.Vocabulary;
import io.rollbook.scim.error.Outcome;

import java.util.List;
import java.util.Optional;

/** Makes a search of a request's options. */
final class Selection {

    private final Vocabulary vocabulary;
    private final String tenant;

    /**
     * @param vocabulary of the tenant
     */
    Selection(Vocabulary vocabulary, String tenant) {
        this.vocabulary = vocabulary;
        this.tenant = tenant;
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

    private static Search search(List<Alternative> alternatives, boolean oldestFirst, int top) {
        return new Search(
                alternatives, oldestFirst, null, Long.MAX_VALUE, top, SummaryJson.PROPERTIES_SHOWN);
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
