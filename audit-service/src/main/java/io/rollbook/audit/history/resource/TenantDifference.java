package io.rollbook.audit.history.resource;

import io.rollbook.audit.history.page.Page;
import io.rollbook.audit.history.page.Place;

import org.springframework.jdbc.core.JdbcTemplate;

import java.util.ArrayList;
import java.util.List;

/**
 * Which resources of a tenant are other at the later of two events than at the earlier, in the
 * order of their last change. Costs what happened in between.
 */
public final class TenantDifference {

    static final String TOUCHED =
            """
            with scanned as (
                select number, million, resource_id from history_version
                where tenant = ? and number > ? and number <= ? order by number limit ?)
            select number, resource_id from scanned s
            where not exists (select 1 from history_version
                where tenant = ? and resource_id = s.resource_id and number > s.number
                    and number <= ? and million >= s.million)
            order by number limit ?
            """;
    private static final String SCANNED =
            """
            select number from history_version
            where tenant = ? and number > ? and number <= ? order by number offset ? limit 1
            """;

    private record Touched(long number, String resource) {}

    /**
     * One resource at both events.
     *
     * @param attributes those that differ; of users and groups
     */
    public record Changed(
            Life life,
            Life.State before,
            Life.State after,
            List<PathChange> attributes,
            Totals totalsBefore,
            Totals totalsAfter) {

        private boolean isSomething() {
            boolean was = before == Life.State.PRESENT;
            boolean is = after == Life.State.PRESENT;
            return was != is
                    || (is
                            && (!attributes.isEmpty()
                                    || !(life.isUser() || life.isGroup())
                                    || totalsBefore.joined() != totalsAfter.joined()
                                    || totalsBefore.departed() != totalsAfter.departed()));
        }
    }

    private final JdbcTemplate transaction;
    private final String tenant;
    private final long from;
    private final long to;
    private final int scan;

    public TenantDifference(JdbcTemplate transaction, String tenant, long from, long to, int scan) {
        this.transaction = transaction;
        this.tenant = tenant;
        this.from = from;
        this.to = to;
        this.scan = scan;
    }

    public Page<Changed> page(Place place, int count) {
        long after = Math.max(from, place.number());
        var touched =
                transaction.query(
                        TOUCHED,
                        (row, index) -> new Touched(row.getLong(1), row.getString(2)),
                        tenant,
                        after,
                        to,
                        scan,
                        tenant,
                        to,
                        count + 1);
        var items = new ArrayList<Changed>();
        long characters = 0;
        for (int i = 0; i < touched.size(); i++) {
            if (i == count || characters > VersionPages.MOST_CHARACTERS) {
                return new Page<>(items, new Place(0, "", touched.get(i - 1).number()));
            }
            var found = Life.of(transaction, tenant, touched.get(i).resource()).map(this::compare);
            if (found.isPresent() && found.get().isSomething()) {
                items.add(found.get());
                characters += size(found.get());
            }
        }
        var scanned = transaction.queryForList(SCANNED, Long.class, tenant, after, to, scan - 1);
        return new Page<>(items, scanned.isEmpty() ? null : new Place(0, "", scanned.getFirst()));
    }

    private static long size(Changed changed) {
        return changed.attributes().stream()
                .mapToLong(
                        change ->
                                String.valueOf(change.before()).length()
                                        + (long) String.valueOf(change.after()).length())
                .sum();
    }

    private Changed compare(Life life) {
        boolean told = life.isUser() || life.isGroup();
        return new Changed(
                life,
                life.at(from),
                life.at(to),
                told ? attributes(life) : List.of(),
                Totals.at(transaction, tenant, life.id(), from),
                Totals.at(transaction, tenant, life.id(), to));
    }

    private List<PathChange> attributes(Life life) {
        return PathChange.between(
                AttributeValues.at(transaction, tenant, life, from),
                AttributeValues.at(transaction, tenant, life, to));
    }
}
