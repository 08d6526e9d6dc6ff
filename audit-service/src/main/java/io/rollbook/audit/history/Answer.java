package io.rollbook.audit.history;

import io.rollbook.audit.history.membership.Membership;
import io.rollbook.audit.history.membership.Shift;
import io.rollbook.audit.history.moment.Basis;
import io.rollbook.audit.history.page.Page;
import io.rollbook.audit.history.resource.Authority;
import io.rollbook.audit.history.resource.Face;
import io.rollbook.audit.history.resource.Life;
import io.rollbook.audit.history.resource.PathChange;
import io.rollbook.audit.history.resource.TenantDifference;
import io.rollbook.audit.history.resource.Totals;
import io.rollbook.audit.history.resource.Version;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What the history answers; each names the events that it is based on. */
public sealed interface Answer {

    /** Each version of a resource after one event and up to another. */
    record Versions(Basis from, Basis to, Life life, Page<Version> page) implements Answer {}

    /**
     * A resource as it was.
     *
     * @param attributes by path
     */
    record Snapshot(Basis basis, Life life, Totals totals, SortedMap<String, JsonNode> attributes)
            implements Answer {}

    /**
     * The members of a group, or the groups of a member.
     *
     * @param faces of the other side, by id
     */
    record Members(
            Basis basis, Life life, Totals totals, Page<Membership> page, Map<String, Face> faces)
            implements Answer {}

    /** The same for the groups of a member. */
    record Groups(Basis basis, Life life, Page<Membership> page, Map<String, Face> faces)
            implements Answer {}

    /**
     * Each time that somebody was in a group.
     *
     * @param authorities by the number of the event
     */
    record Timeline(
            Basis basis,
            Life life,
            Page<Membership> page,
            Map<String, Face> faces,
            Map<Long, Authority> authorities)
            implements Answer {}

    /**
     * One resource at two events.
     *
     * @param attributes those that differ
     * @param shifts of members, if it is a group, and of groups otherwise
     */
    record Difference(
            Basis from,
            Basis to,
            Life life,
            List<PathChange> attributes,
            Totals totalsBefore,
            Totals totalsAfter,
            Page<Shift> shifts,
            Map<String, Face> faces)
            implements Answer {}

    /** All of a tenant at two events. */
    record Whole(Basis from, Basis to, Page<TenantDifference.Changed> page, Map<String, Face> faces)
            implements Answer {}
}
