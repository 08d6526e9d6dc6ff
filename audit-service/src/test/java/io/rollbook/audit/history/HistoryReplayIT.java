package io.rollbook.audit.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.fixture.Story;
import io.rollbook.audit.history.membership.Membership;
import io.rollbook.audit.history.moment.Moment;
import io.rollbook.audit.history.page.Page;
import io.rollbook.audit.history.page.Place;
import io.rollbook.audit.history.resource.PathChange;
import io.rollbook.audit.ingest.Batches;
import io.rollbook.scim.error.Outcome;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** For random histories: what the interval tables say is what a replay of the events gives. */
class HistoryReplayIT {

    private static final AtomicInteger TENANTS = new AtomicInteger();
    private static final List<LogDatabase> DATABASE = new ArrayList<>();

    /** Small, so that pages end in the middle of things. */
    private static final int SCAN = 3;

    private static final int COUNT = 2;

    @BeforeContainer
    static void opens() {
        DATABASE.add(Databases.open(Databases.create("audit_history_replay")));
    }

    @AfterContainer
    static void closes() {
        DATABASE.removeLast().close();
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void equalsAReplayAtEveryEventAndBetweenAnyTwo(
            @ForAll long seed, @ForAll @IntRange(min = 5, max = 30) int events) {
        var tenant = "t-" + TENANTS.incrementAndGet();
        var story = RandomStory.of(tenant, seed, events);
        applyInBatches(story, new Random(seed));
        var history = new History(DATABASE.getLast(), SCAN);

        long last = story.lastChange();
        for (long number = 0; number <= last; number++) {
            equalsAt(history, story, number);
        }
        var random = new Random(seed);
        for (int i = 0; i < 6; i++) {
            long from = random.nextLong(last + 1);
            equalsBetween(history, story, from, from + random.nextLong(last - from + 1));
        }
    }

    private static void applyInBatches(Story story, Random random) {
        var told = story.told();
        int begin = 0;
        while (begin < told.size()) {
            int end = Math.min(told.size(), begin + 1 + random.nextInt(15));
            Batches.apply(DATABASE.getLast(), told.subList(begin, end));
            begin = end;
        }
    }

    private static void equalsAt(History history, Story story, long number) {
        var truth = Directory.after(story, number);
        var all = Directory.after(story, Long.MAX_VALUE).created;
        for (var id : all) {
            var snapshot =
                    (Answer.Snapshot)
                            one(asked -> history.snapshot(story.tenant(), id, asked), 0, number);
            assertThat(plain(snapshot))
                    .isEqualTo(truth.resources.getOrDefault(id, new TreeMap<>()));
            assertThat(memberships(history::groups, story, id, number))
                    .extracting(Membership::groupId)
                    .containsExactlyElementsOf(truth.groupsOf(id));
            if (id.startsWith("g")) {
                assertThat(memberships(history::members, story, id, number))
                        .extracting(Membership::memberId)
                        .containsExactlyElementsOf(truth.membersOf(id));
                if (truth.members.containsKey(id)) {
                    assertThat(snapshot.totals().members()).isEqualTo(truth.membersOf(id).size());
                }
            }
        }
    }

    private static void equalsBetween(History history, Story story, long from, long to) {
        var before = Directory.after(story, from);
        var after = Directory.after(story, to);
        var changed = new TreeMap<String, Object>();
        for (var id : after.created) {
            var joined = new ArrayList<String>();
            var left = new ArrayList<String>();
            boolean group = id.startsWith("g");
            var answers = all(asked -> history.difference(story.tenant(), id, asked), from, to);
            for (var answer : answers) {
                for (var shift : ((Answer.Difference) answer).shifts().items()) {
                    var membership = shift.membership();
                    (shift.joined() ? joined : left)
                            .add(group ? membership.memberId() : membership.groupId());
                }
            }
            var was = group ? before.membersOf(id) : before.groupsOf(id);
            var is = group ? after.membersOf(id) : after.groupsOf(id);
            assertThat(joined).containsExactlyInAnyOrderElementsOf(Directory.without(is, was));
            assertThat(left).containsExactlyInAnyOrderElementsOf(Directory.without(was, is));
            var difference = (Answer.Difference) answers.getFirst();
            assertThat(plain(difference.attributes()))
                    .isEqualTo(between(before.resources.get(id), after.resources.get(id)));
            if (before.resources.containsKey(id) != after.resources.containsKey(id)
                    || !difference.attributes().isEmpty()
                    || (group
                            && difference.totalsBefore().joined()
                                    != difference.totalsAfter().joined())
                    || (group
                            && difference.totalsBefore().departed()
                                    != difference.totalsAfter().departed()
                            && after.resources.containsKey(id))) {
                if (before.resources.containsKey(id) || after.resources.containsKey(id)) {
                    changed.put(id, after.resources.containsKey(id));
                }
            }
        }
        var whole = new TreeMap<String, Object>();
        for (var answer : all(asked -> history.whole(story.tenant(), asked), from, to)) {
            for (var resource : ((Answer.Whole) answer).page().items()) {
                assertThat(
                                whole.put(
                                        resource.life().id(),
                                        after.resources.containsKey(resource.life().id())))
                        .isNull();
            }
        }
        assertThat(whole).isEqualTo(changed);
    }

    private static Map<String, List<@Nullable Object>> between(
            @Nullable Map<String, Object> before, @Nullable Map<String, Object> after) {
        var changes = new HashMap<String, List<@Nullable Object>>();
        var paths = new TreeMap<String, Object>(before == null ? Map.of() : before);
        paths.putAll(after == null ? Map.of() : after);
        for (var path : paths.keySet()) {
            var old = before == null ? null : before.get(path);
            var now = after == null ? null : after.get(path);
            if (old == null || !old.equals(now)) {
                var both = new ArrayList<@Nullable Object>();
                both.add(old);
                both.add(now);
                changes.put(path, both);
            }
        }
        return changes;
    }

    private static Map<String, List<@Nullable Object>> plain(List<PathChange> changes) {
        var plain = new HashMap<String, List<@Nullable Object>>();
        for (var change : changes) {
            var both = new ArrayList<@Nullable Object>();
            both.add(change.before() == null ? null : plain(change.before()));
            both.add(change.after() == null ? null : plain(change.after()));
            plain.put(change.path(), both);
        }
        return plain;
    }

    private static Map<String, Object> plain(Answer.Snapshot snapshot) {
        var plain = new TreeMap<String, Object>();
        snapshot.attributes().forEach((path, value) -> plain.put(path, plain(value)));
        return plain;
    }

    private static Object plain(JsonNode value) {
        return value.isBoolean() ? value.asBoolean() : value.asString();
    }

    @FunctionalInterface
    private interface Question {
        Outcome<Answer> ask(String tenant, String id, Asked asked);
    }

    private static List<Membership> memberships(
            Question question, Story story, String id, long number) {
        var memberships = new ArrayList<Membership>();
        for (var answer : all(asked -> question.ask(story.tenant(), id, asked), 0, number)) {
            memberships.addAll(membershipPage(answer).items());
        }
        return memberships;
    }

    private static Page<Membership> membershipPage(Answer answer) {
        return answer instanceof Answer.Members members
                ? members.page()
                : ((Answer.Groups) answer).page();
    }

    private static Answer one(Function<Asked, Outcome<Answer>> question, long from, long to) {
        return answer(question, from, to, Place.START);
    }

    private static Answer answer(
            Function<Asked, Outcome<Answer>> question, long from, long to, Place place) {
        var asked = new Asked(new Moment.Numbered(from), new Moment.Numbered(to), place, COUNT);
        return switch (question.apply(asked)) {
            case Outcome.Accepted<Answer>(var answer) -> answer;
            case Outcome.Refused<Answer>(var error) -> throw new AssertionError(error.detail());
        };
    }

    private static List<Answer> all(Function<Asked, Outcome<Answer>> question, long from, long to) {
        var answers = new ArrayList<Answer>();
        Place place = Place.START;
        while (place != null) {
            var answer = answer(question, from, to, place);
            answers.add(answer);
            place = next(answer);
        }
        return answers;
    }

    private static @Nullable Place next(Answer answer) {
        return switch (answer) {
            case Answer.Versions versions -> versions.page().next();
            case Answer.Snapshot _ -> null;
            case Answer.Members members -> members.page().next();
            case Answer.Groups groups -> groups.page().next();
            case Answer.Timeline timeline -> timeline.page().next();
            case Answer.Difference difference -> difference.shifts().next();
            case Answer.Whole whole -> whole.page().next();
        };
    }
}
