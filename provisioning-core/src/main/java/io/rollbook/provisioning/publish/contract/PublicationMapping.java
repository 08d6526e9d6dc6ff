package io.rollbook.provisioning.publish.contract;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.rollbook.contract.Actor;
import io.rollbook.contract.ActorKind;
import io.rollbook.contract.Cause;
import io.rollbook.contract.EventType;
import io.rollbook.contract.PublishedEvent;
import io.rollbook.contract.StepTimes;
import io.rollbook.provisioning.attempt.AttemptEvent;
import io.rollbook.provisioning.connection.event.ConnectionEvent;
import io.rollbook.provisioning.course.Step;
import io.rollbook.provisioning.course.Times;
import io.rollbook.provisioning.group.event.GroupEvent;
import io.rollbook.provisioning.origin.Origin;
import io.rollbook.provisioning.store.catalog.EventCatalog;
import io.rollbook.provisioning.tenant.event.TenantEvent;
import io.rollbook.provisioning.user.event.UserEvent;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/** Turns rows of the store into publications. Thread-safe. */
public final class PublicationMapping {

    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    /** What is written now: the last revision of each payload. */
    private static final Map<Class<?>, EventType> TYPES =
            Arrays.stream(EventType.values())
                    .collect(
                            toUnmodifiableMap(
                                    EventType::payload,
                                    Function.identity(),
                                    (one, other) ->
                                            one.revision() > other.revision() ? one : other));

    private final EventCatalog catalog;
    private final JsonMapper json = JsonMapper.shared();

    public PublicationMapping(EventCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * @throws IllegalArgumentException for a row that this version cannot read
     */
    public Publication publicationOf(StoredEvent row) {
        var metaData = json.readValue(row.metaData(), STRINGS);
        var origin = Origin.of(metaData);
        var cause = causeOf(origin, timesOf(metaData));
        var event = catalog.read(row.name(), row.revision(), row.payload());
        return switch (event) {
            case UserEvent user ->
                    publication(
                            row,
                            origin,
                            "/Users/" + user.userId(),
                            UserPublications.of(user, row.version(), cause));
            case GroupEvent group ->
                    publication(
                            row,
                            origin,
                            "/Groups/" + group.groupId(),
                            GroupPublications.of(group, row.version(), cause));
            case TenantEvent tenant ->
                    publication(
                            row,
                            origin,
                            "/tenants/" + tenant.tenantId(),
                            TenantPublications.of(tenant, row.version(), cause));
            case ConnectionEvent connection ->
                    publication(
                            row,
                            origin,
                            "/connections/" + connection.connectionId(),
                            TenantPublications.of(connection, row.version(), cause));
            case AttemptEvent attempt ->
                    publication(
                            row,
                            origin,
                            AttemptPublications.subjectOf(attempt),
                            AttemptPublications.of(attempt, cause));
            default -> throw new IllegalArgumentException("Not an event of ours: " + row);
        };
    }

    private static Publication publication(
            StoredEvent row, Origin origin, String subject, PublishedEvent payload) {
        var type = TYPES.get(payload.getClass());
        if (type == null) {
            throw new IllegalArgumentException("The contract has no type for " + row);
        }
        return new Publication(row, origin, type, subject, payload);
    }

    private static Cause causeOf(Origin origin, @Nullable StepTimes times) {
        var kind =
                switch (origin.actorKind()) {
                    case CONNECTION -> ActorKind.CONNECTION;
                    case ADMINISTRATOR -> ActorKind.ADMINISTRATOR;
                    case SYSTEM -> ActorKind.SYSTEM;
                };
        return new Cause(
                origin.requestId(),
                origin.operation(),
                new Actor(kind, origin.actorId(), origin.tokenId()),
                origin.receivedAt(),
                origin.causedBy(),
                origin.ignored(),
                times);
    }

    private static @Nullable StepTimes timesOf(Map<String, String> metaData) {
        var text = metaData.get(Times.KEY);
        if (text == null) {
            return null;
        }
        var times = Times.parse(text);
        return new StepTimes(
                times.at(Step.ADMITTED),
                times.at(Step.BEGUN),
                times.at(Step.LOADED),
                times.at(Step.DECIDED),
                times.at(Step.RESOLVED),
                times.at(Step.REGISTERED),
                times.at(Step.STORED));
    }
}
