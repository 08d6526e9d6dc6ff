package io.rollbook.audit.history;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.history.membership.GroupDifference;
import io.rollbook.audit.history.membership.MemberDifference;
import io.rollbook.audit.history.membership.Membership;
import io.rollbook.audit.history.membership.MembershipPages;
import io.rollbook.audit.history.membership.Shift;
import io.rollbook.audit.history.moment.Basis;
import io.rollbook.audit.history.moment.Moments;
import io.rollbook.audit.history.page.Page;
import io.rollbook.audit.history.resource.AttributeValues;
import io.rollbook.audit.history.resource.Authority;
import io.rollbook.audit.history.resource.Faces;
import io.rollbook.audit.history.resource.Life;
import io.rollbook.audit.history.resource.PathChange;
import io.rollbook.audit.history.resource.TenantDifference;
import io.rollbook.audit.history.resource.Totals;
import io.rollbook.audit.history.resource.VersionPages;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;

import org.springframework.jdbc.core.JdbcTemplate;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Answers each question from rows of one moment. Thread-safe. */
public final class History {

    private static final Set<String> GROUPS = Set.of("Group");
    private static final Set<String> RESOURCES = Set.of("User", "Group");
    private static final Set<String> EVERYTHING = Set.of("User", "Group", "Connection", "Tenant");

    private final LogDatabase database;
    private final int scan;

    public History(LogDatabase database) {
        this(database, MembershipPages.SCAN);
    }

    /**
     * @param scan how many rows of an index one page may look at
     */
    History(LogDatabase database, int scan) {
        this.database = database;
        this.scan = scan;
    }

    /** One question while it is answered. */
    private record Question(JdbcTemplate rows, String tenant, Asked asked, Basis from, Basis to) {

        long earlier() {
            return from.number();
        }

        long number() {
            return to.number();
        }
    }

    public Outcome<Answer> versions(String tenant, String id, Asked asked) {
        return about(
                tenant,
                id,
                asked,
                EVERYTHING,
                (question, life) -> {
                    long after = Math.max(question.earlier(), asked.after().number());
                    return new Answer.Versions(
                            question.from(),
                            question.to(),
                            life,
                            VersionPages.page(
                                    question.rows(),
                                    tenant,
                                    id,
                                    after,
                                    question.number(),
                                    asked.count()));
                });
    }

    public Outcome<Answer> snapshot(String tenant, String id, Asked asked) {
        return about(
                tenant,
                id,
                asked,
                RESOURCES,
                (question, life) ->
                        new Answer.Snapshot(
                                question.to(),
                                life,
                                Totals.at(question.rows(), tenant, id, question.number()),
                                AttributeValues.at(
                                        question.rows(), tenant, life, question.number())));
    }

    public Outcome<Answer> members(String tenant, String id, Asked asked) {
        return about(tenant, id, asked, GROUPS, this::members);
    }

    private Answer members(Question question, Life life) {
        long number = question.number();
        boolean present = life.at(number) == Life.State.PRESENT;
        var page =
                present
                        ? pages(question)
                                .members(
                                        life.id(),
                                        number,
                                        question.asked().after(),
                                        question.asked().count())
                        : Page.<Membership>empty();
        var ids = page.items().stream().map(Membership::memberId).toList();
        return new Answer.Members(
                question.to(),
                life,
                present
                        ? Totals.at(question.rows(), question.tenant(), life.id(), number)
                        : Totals.NONE,
                page,
                Faces.at(question.rows(), question.tenant(), ids, number));
    }

    public Outcome<Answer> groups(String tenant, String id, Asked asked) {
        return about(tenant, id, asked, RESOURCES, this::groups);
    }

    private Answer groups(Question question, Life life) {
        var page =
                pages(question)
                        .groups(
                                life.id(),
                                question.number(),
                                question.asked().after(),
                                question.asked().count());
        var ids = page.items().stream().map(Membership::groupId).toList();
        return new Answer.Groups(
                question.to(),
                life,
                page,
                Faces.at(question.rows(), question.tenant(), ids, question.number()));
    }

    public Outcome<Answer> timeline(String tenant, String id, Asked asked) {
        return about(tenant, id, asked, RESOURCES, this::timeline);
    }

    private Answer timeline(Question question, Life life) {
        var page =
                pages(question)
                        .timeline(
                                life.id(),
                                question.number(),
                                question.asked().after(),
                                question.asked().count());
        var ids = page.items().stream().map(Membership::groupId).toList();
        var numbers =
                page.items().stream()
                        .flatMap(
                                stay ->
                                        Stream.of(
                                                Stream.of(stay.number()),
                                                Stream.ofNullable(stay.endNumber())))
                        .flatMap(each -> each)
                        .toList();
        return new Answer.Timeline(
                question.to(),
                life,
                page,
                Faces.at(question.rows(), question.tenant(), ids, question.number()),
                Authority.of(question.rows(), question.tenant(), numbers));
    }

    public Outcome<Answer> difference(String tenant, String id, Asked asked) {
        return about(tenant, id, asked, RESOURCES, this::difference);
    }

    private Answer difference(Question question, Life life) {
        var rows = question.rows();
        var tenant = question.tenant();
        long from = question.earlier();
        long to = question.number();
        var asked = question.asked();
        var shifts =
                life.isGroup()
                        ? new GroupDifference(rows, tenant, life, from, to, scan)
                                .page(asked.after(), asked.count())
                        : MemberDifference.page(
                                rows,
                                tenant,
                                life.id(),
                                from,
                                to,
                                scan,
                                asked.after(),
                                asked.count());
        var ids =
                shifts.items().stream()
                        .map(Shift::membership)
                        .map(life.isGroup() ? Membership::memberId : Membership::groupId)
                        .toList();
        return new Answer.Difference(
                question.from(),
                question.to(),
                life,
                PathChange.between(
                        AttributeValues.at(rows, tenant, life, from),
                        AttributeValues.at(rows, tenant, life, to)),
                Totals.at(rows, tenant, life.id(), from),
                Totals.at(rows, tenant, life.id(), to),
                shifts,
                Faces.at(rows, tenant, ids, to));
    }

    public Outcome<Answer> whole(String tenant, Asked asked) {
        return ask(
                tenant,
                asked,
                question -> {
                    var page =
                            new TenantDifference(
                                            question.rows(),
                                            tenant,
                                            question.earlier(),
                                            question.number(),
                                            scan)
                                    .page(asked.after(), asked.count());
                    var ids = page.items().stream().map(each -> each.life().id()).toList();
                    return Outcome.accepted(
                            new Answer.Whole(
                                    question.from(),
                                    question.to(),
                                    page,
                                    Faces.at(question.rows(), tenant, ids, question.number())));
                });
    }

    private MembershipPages pages(Question question) {
        return new MembershipPages(question.rows(), question.tenant(), scan);
    }

    @FunctionalInterface
    private interface About {
        Answer answer(Question question, Life life);
    }

    private Outcome<Answer> about(
            String tenant, String id, Asked asked, Set<String> types, About about) {
        return ask(
                tenant,
                asked,
                question ->
                        Life.of(question.rows(), tenant, id)
                                .filter(life -> types.contains(life.type()))
                                .map(life -> Outcome.accepted(about.answer(question, life)))
                                .orElseGet(
                                        () ->
                                                Outcome.refused(
                                                        ScimError.notFound(
                                                                "The history knows no %s with this"
                                                                                .formatted(
                                                                                        String.join(
                                                                                                " or ",
                                                                                                types
                                                                                                        .stream()
                                                                                                        .sorted()
                                                                                                        .toList()))
                                                                        + " id."))));
    }

    private Outcome<Answer> ask(
            String tenant, Asked asked, Function<Question, Outcome<Answer>> answer) {
        return database.read(
                tenant,
                rows -> {
                    var from = Moments.basis(rows, tenant, asked.from());
                    var to = Moments.basis(rows, tenant, asked.to());
                    if (from.isEmpty() || to.isEmpty()) {
                        return Outcome.refused(
                                ScimError.of(400, "The log has no event with this number yet."));
                    }
                    if (from.get().number() > to.get().number()) {
                        return Outcome.refused(
                                ScimError.of(400, "The first moment is after the second."));
                    }
                    return answer.apply(new Question(rows, tenant, asked, from.get(), to.get()));
                });
    }
}
