package io.rollbook.audit.graph.filter;

import io.rollbook.audit.read.ActorName;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The entries of some of those who have acted. */
final class ActorTerm {

    private static final String LISTED =
            """
            exists (select from unnest(?, ?, ?) as a (kind, id, name)
                where a.kind = actor_kind and a.id = actor_id and a.name = coalesce(actor_name, ''))\
            """;

    private ActorTerm() {}

    /**
     * @param known all who have acted, under all their names
     */
    static Term of(List<ActorName> known, Predicate<ActorName> wanted) {
        var chosen = known.stream().filter(wanted).toList();
        if (chosen.size() == known.size()) {
            return Term.Constant.EVERYTHING;
        }
        var ids = chosen.stream().map(ActorName::id).collect(Collectors.toSet());
        var entries = Term.oneOf("actor_id", ids.stream().sorted().toList());
        boolean whole = known.stream().filter(actor -> ids.contains(actor.id())).allMatch(wanted);
        return whole ? entries : Term.both(entries, listed(chosen));
    }

    private static Term listed(List<ActorName> chosen) {
        return new Term.Condition(
                LISTED,
                List.of(
                        chosen.stream().map(ActorName::kind).toArray(String[]::new),
                        chosen.stream().map(ActorName::id).toArray(String[]::new),
                        chosen.stream().map(ActorName::name).toArray(String[]::new)));
    }
}
