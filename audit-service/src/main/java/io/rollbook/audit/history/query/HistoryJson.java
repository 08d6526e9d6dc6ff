package io.rollbook.audit.history.query;

import io.rollbook.audit.history.Answer;
import io.rollbook.audit.history.membership.Membership;
import io.rollbook.audit.history.membership.Shift;
import io.rollbook.audit.history.moment.Basis;
import io.rollbook.audit.history.page.Page;
import io.rollbook.audit.history.resource.Authority;
import io.rollbook.audit.history.resource.Life;
import io.rollbook.audit.history.resource.TenantDifference;
import io.rollbook.audit.history.resource.Totals;
import io.rollbook.audit.history.resource.Version;
import io.rollbook.audit.read.EntryLog;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.Map;

/** Answers as JSON. */
final class HistoryJson {

    /** A body with the number of things that it shows. */
    record Shown(byte[] bytes, int items) {}

    private HistoryJson() {}

    static Shown of(Answer answer) {
        return switch (answer) {
            case Answer.Versions versions -> versions(versions);
            case Answer.Snapshot snapshot -> snapshot(snapshot);
            case Answer.Members members -> members(members);
            case Answer.Groups groups -> groups(groups);
            case Answer.Timeline timeline -> timeline(timeline);
            case Answer.Difference difference -> difference(difference);
            case Answer.Whole whole -> whole(whole);
        };
    }

    private static Shown versions(Answer.Versions answer) {
        var json = between(answer.from(), answer.to());
        json.set("resource", resource(answer.life(), answer.to().number()));
        var versions = json.putArray("versions");
        answer.page().items().forEach(version -> version(versions.addObject(), version));
        return shown(json, answer.page(), answer.from(), answer.to());
    }

    private static void version(ObjectNode json, Version version) {
        json.put("number", version.number());
        json.put("recordedAt", version.recordedAt().toString());
        json.put("version", version.version());
        var detail = version.detail();
        if (detail == null) {
            json.put("purged", true);
            return;
        }
        json.putObject("event").put("id", detail.eventId()).put("type", detail.eventType());
        var changes = json.putArray("changes");
        detail.told()
                .changes()
                .forEach(
                        change ->
                                Parts.change(
                                        changes,
                                        change.path(),
                                        change.oldValue(),
                                        change.newValue()));
        if (detail.joined() + detail.departed() > 0) {
            var membership = json.putObject("membership");
            membership.put("joined", detail.joined()).put("left", detail.departed());
            var members = membership.putArray("members");
            detail.told().members().stream()
                    .limit(EntryLog.MEMBERS_SHOWN)
                    .forEach(
                            member ->
                                    members.addObject()
                                            .put("id", member.id())
                                            .put("change", member.joined() ? "joined" : "left"));
        }
        json.set("cause", Parts.authority(detail.authority()));
    }

    private static Shown snapshot(Answer.Snapshot answer) {
        var json = Parts.object();
        json.set("basis", Parts.basis(answer.basis()));
        var resource = resource(answer.life(), answer.basis().number());
        json.set("resource", resource);
        if (answer.life().at(answer.basis().number()) == Life.State.PRESENT) {
            resource.put("version", answer.totals().version());
            json.set("attributes", Parts.attributes(answer.attributes()));
            if (answer.life().isGroup()) {
                json.put("members", answer.totals().members());
            }
        }
        return new Shown(Parts.bytes(json), 1);
    }

    private static Shown members(Answer.Members answer) {
        var json = Parts.object();
        json.set("basis", Parts.basis(answer.basis()));
        json.set("group", resource(answer.life(), answer.basis().number()));
        json.put("total", answer.totals().members());
        var members = json.putArray("members");
        for (var member : answer.page().items()) {
            var item = members.addObject();
            item.put("id", member.memberId()).put("type", member.memberType());
            Parts.face(item, answer.faces().get(member.memberId()));
            since(item, member);
        }
        return shown(json, answer.page(), answer.basis(), answer.basis());
    }

    private static Shown groups(Answer.Groups answer) {
        var json = Parts.object();
        json.set("basis", Parts.basis(answer.basis()));
        json.set("member", resource(answer.life(), answer.basis().number()));
        var groups = json.putArray("groups");
        for (var group : answer.page().items()) {
            var item = groups.addObject().put("id", group.groupId());
            Parts.face(item, answer.faces().get(group.groupId()));
            since(item, group);
        }
        return shown(json, answer.page(), answer.basis(), answer.basis());
    }

    private static void since(ObjectNode json, Membership membership) {
        json.put("since", membership.since().toString()).put("number", membership.number());
    }

    private static Shown timeline(Answer.Timeline answer) {
        var json = Parts.object();
        json.set("basis", Parts.basis(answer.basis()));
        json.set("member", resource(answer.life(), answer.basis().number()));
        var memberships = json.putArray("memberships");
        for (var stay : answer.page().items()) {
            var item = memberships.addObject();
            var group = item.putObject("group").put("id", stay.groupId());
            Parts.face(group, answer.faces().get(stay.groupId()));
            item.set("joined", turn(stay.number(), stay.since(), answer.authorities()));
            if (stay.endNumber() != null && stay.endNumber() <= answer.basis().number()) {
                item.set("left", turn(stay.endNumber(), stay.until(), answer.authorities()));
            }
        }
        return shown(json, answer.page(), answer.basis(), answer.basis());
    }

    private static ObjectNode turn(
            long number, @Nullable Instant at, Map<Long, Authority> authorities) {
        var json = Parts.object().put("number", number);
        Parts.put(json, "at", at);
        var authority = authorities.get(number);
        if (authority != null) {
            json.set("cause", Parts.authority(authority));
        }
        return json;
    }

    private static Shown difference(Answer.Difference answer) {
        var life = answer.life();
        var json = between(answer.from(), answer.to());
        var resource = json.putObject("resource").put("id", life.id()).put("type", life.type());
        resource.put("before", Parts.state(life.at(answer.from().number())));
        resource.put("after", Parts.state(life.at(answer.to().number())));
        json.set("attributes", Parts.changes(answer.attributes()));
        if (life.isGroup()) {
            totals(json, answer.totalsBefore(), answer.totalsAfter());
        }
        var shifts = json.putObject(life.isGroup() ? "members" : "groups");
        var joined = shifts.putArray("joined");
        var left = shifts.putArray("left");
        answer.shifts().items().forEach(shift -> shift(answer, shift, joined, left));
        return shown(json, answer.shifts(), answer.from(), answer.to());
    }

    private static void shift(
            Answer.Difference answer, Shift shift, ArrayNode joined, ArrayNode left) {
        var membership = shift.membership();
        var life = answer.life();
        var id = life.isGroup() ? membership.memberId() : membership.groupId();
        var item = (shift.joined() ? joined : left).addObject().put("id", id);
        Parts.face(item, answer.faces().get(id));
        if (shift.joined()) {
            item.put("number", membership.number()).put("at", membership.since().toString());
        } else if (membership.endNumber() != null && membership.until() != null) {
            item.put("number", membership.endNumber()).put("at", membership.until().toString());
        } else if (life.deletedNumber() != null && life.deletedAt() != null) {
            item.put("number", life.deletedNumber()).put("at", life.deletedAt().toString());
        }
    }

    private static Shown whole(Answer.Whole answer) {
        var json = between(answer.from(), answer.to());
        var resources = json.putArray("resources");
        for (var changed : answer.page().items()) {
            var life = changed.life();
            var item = resources.addObject().put("id", life.id()).put("type", life.type());
            Parts.face(item, answer.faces().get(life.id()));
            item.put("change", change(changed));
            item.set("attributes", Parts.changes(changed.attributes()));
            if (life.isGroup()) {
                totals(item, changed.totalsBefore(), changed.totalsAfter());
            }
        }
        return shown(json, answer.page(), answer.from(), answer.to());
    }

    private static String change(TenantDifference.Changed changed) {
        if (changed.after() == Life.State.DELETED) {
            return "deleted";
        }
        return changed.before() == Life.State.NOT_YET ? "created" : "changed";
    }

    private static void totals(ObjectNode json, Totals before, Totals after) {
        json.putObject("membership")
                .put("before", before.members())
                .put("after", after.members())
                .put("joins", after.joined() - before.joined())
                .put("leaves", after.departed() - before.departed());
    }

    private static ObjectNode between(Basis from, Basis to) {
        var json = Parts.object();
        json.set("from", Parts.basis(from));
        json.set("to", Parts.basis(to));
        return json;
    }

    private static ObjectNode resource(Life life, long number) {
        var json = Parts.object().put("id", life.id()).put("type", life.type());
        json.put("state", Parts.state(life.at(number)));
        json.put("createdAt", life.createdAt().toString());
        if (life.at(number) == Life.State.DELETED) {
            Parts.put(json, "deletedAt", life.deletedAt());
        }
        return json;
    }

    private static Shown shown(ObjectNode json, Page<?> page, Basis from, Basis to) {
        if (page.next() != null) {
            json.put("next", new HistoryCursor(from.number(), to.number(), page.next()).text());
        }
        return new Shown(Parts.bytes(json), page.items().size());
    }
}
