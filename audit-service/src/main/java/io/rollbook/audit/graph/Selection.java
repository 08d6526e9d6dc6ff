package io.rollbook.audit.graph;

import io.rollbook.audit.graph.filter.FilterCompiler;
import io.rollbook.audit.graph.summary.SkipToken;
import io.rollbook.audit.graph.summary.SummaryJson;
import io.rollbook.audit.odata.Expression;
import io.rollbook.audit.read.EntryLog;
import io.rollbook.audit.read.Search;
import io.rollbook.scim.error.Outcome;

import java.util.List;
import java.util.Optional;

/** Makes a search of a request's options. */
final class Selection {

    /** More names than these are so common that walking through the log soon finds enough. */
    private static final int MOST_NAMES = 200;

    private final EntryLog log;
    private final String tenant;

    Selection(EntryLog log, String tenant) {
        this.log = log;
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

    private Outcome<FilterCompiler.Compiled> condition(Optional<Expression> filter) {
        if (filter.isEmpty()) {
            return Outcome.accepted(new FilterCompiler.Compiled("", List.of()));
        }
        return new FilterCompiler(
                        tenant,
                        () -> log.tenantName(tenant).orElse(""),
                        pattern -> log.names(tenant, pattern, MOST_NAMES))
                .compile(filter.get());
    }

    private static Search search(FilterCompiler.Compiled condition, boolean oldestFirst, int top) {
        return new Search(
                condition.sql(),
                condition.arguments(),
                oldestFirst,
                null,
                Long.MAX_VALUE,
                top,
                SummaryJson.PROPERTIES_SHOWN);
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
