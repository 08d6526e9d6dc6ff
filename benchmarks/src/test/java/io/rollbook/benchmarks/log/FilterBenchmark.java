package io.rollbook.benchmarks.log;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.graph.ProvisioningEndpoint;
import io.rollbook.audit.query.EntriesEndpoint;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;

import org.HdrHistogram.Histogram;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Asks for pages of a hundred entries of the largest tenant, through the service's endpoints: for
 * those of all filters as often as they are measured, from elsewhere in the log, and then for those
 * that are measured.
 */
final class FilterBenchmark {

    private static final String TENANT = "large";
    private static final double GOAL_MILLIS = 50;

    private final ScimEndpoint graph;
    private final ScimEndpoint simple;
    private final RowsRead rowsRead;
    private final List<Sample> samples;
    private final int requests;
    private final String only;
    private final Histogram all = new Histogram(3);
    private int missed;

    /**
     * @param requests for each filter
     * @param only a part of the filters that are asked
     */
    FilterBenchmark(
            LogDatabase database, Connection operator, long entries, int requests, String only)
            throws SQLException {
        this.graph = new ProvisioningEndpoint(database);
        this.simple = new EntriesEndpoint(database);
        this.rowsRead = new RowsRead(operator);
        this.samples = Sample.take(operator, TENANT, requests * 2, entries);
        this.requests = requests;
        this.only = only;
    }

    void run() throws SQLException {
        var pages = pages();
        var others = samples.subList(0, samples.size() - requests);
        for (var page : pages) {
            others.forEach(sample -> ask(page.filter(), page.of().apply(sample)));
        }
        System.out.println("| filter | page | p50 ms | p95 ms | p99 ms | rows read | scans |");
        System.out.println("|---|---|--:|--:|--:|--:|--:|");
        rowsRead.begin();
        for (var ofFilter :
                pages.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Page::filter, LinkedHashMap::new, Collectors.toList()))
                        .values()) {
            ofFilter.forEach(this::measure);
            rows(ofFilter);
        }
        System.out.printf(
                "%nOf all %,d pages the 95th percentile was %.1f ms; %d rows of the table have"
                        + " one above %.0f ms.%n",
                all.getTotalCount(), all.getValueAtPercentile(95) / 1e3, missed, GOAL_MILLIS);
    }

    /** A page of a filter, made for a sample. */
    private record Page(String filter, String place, Function<Sample, ScimRequest> of) {}

    private List<Page> pages() {
        var pages = new ArrayList<Page>();
        for (var filter : Filters.GRAPH) {
            pages.add(new Page(filter, "newest", sample -> graph(sample, filter, "desc", "")));
            pages.add(new Page(filter, "oldest", sample -> graph(sample, filter, "asc", "")));
            pages.add(
                    new Page(
                            filter,
                            "deep",
                            sample -> graph(sample, filter, "desc", sample.skipToken())));
        }
        for (var filter : Filters.SIMPLE) {
            var shown = "/audit/entries?" + filter;
            pages.add(new Page(shown, "newest", sample -> simple(sample, filter, "")));
            pages.add(new Page(shown, "deep", sample -> simple(sample, filter, sample.id())));
        }
        return pages.stream().filter(page -> page.filter().contains(only)).toList();
    }

    private void measure(Page page) {
        var times = new Histogram(3);
        for (var sample : samples.subList(samples.size() - requests, samples.size())) {
            var asked = page.of().apply(sample);
            long began = System.nanoTime();
            ask(page.filter(), asked);
            times.recordValue((System.nanoTime() - began) / 1_000);
        }
        all.add(times);
        double p95 = times.getValueAtPercentile(95) / 1e3;
        missed += p95 > GOAL_MILLIS ? 1 : 0;
        System.out.printf(
                "| `%s` | %s | %.1f | %s%.1f | %.1f | | |%n",
                page.filter(),
                page.place(),
                times.getValueAtPercentile(50) / 1e3,
                p95 > GOAL_MILLIS ? "! " : "",
                p95,
                times.getValueAtPercentile(99) / 1e3);
    }

    /** A line of its own, about all pages of a filter. */
    private void rows(List<Page> pages) throws SQLException {
        var last = pages.getLast();
        var read = rowsRead.since(() -> ask(last.filter(), last.of().apply(samples.getLast())));
        System.out.printf(
                "| | | | | | %,d | %d |%n",
                read.rows() / (pages.size() * requests + 1), read.scans());
    }

    private static ScimRequest graph(Sample sample, String filter, String order, String token) {
        var query = "$orderby=activityDateTime%20" + order;
        if (!filter.isEmpty()) {
            query += "&$filter=" + encoded(sample.fill(filter));
        }
        return request("/provisioning", token.isEmpty() ? query : query + "&$skiptoken=" + token);
    }

    private static ScimRequest simple(Sample sample, String filter, String cursor) {
        var query = sample.fill(filter);
        return request(
                "/entries",
                cursor.isEmpty()
                        ? query
                        : query + (query.isEmpty() ? "" : "&") + "cursor=" + cursor);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static ScimRequest request(String path, String query) {
        return new ScimRequest(
                ScimMethod.GET,
                path,
                query,
                Map.of(),
                new byte[0],
                new Caller(TENANT, Profile.ENTRA, "officer", "token", Set.of(Role.AUDIT_READ)),
                "request",
                Year.BEGINNING,
                "https://host/auditLogs",
                null);
    }

    private void ask(String filter, ScimRequest request) {
        var endpoint = request.path().equals("/entries") ? simple : graph;
        var response = endpoint.handle(request);
        if (response.status() != 200) {
            throw new IllegalStateException(
                    filter + ": " + new String(response.body(), StandardCharsets.UTF_8));
        }
    }
}
