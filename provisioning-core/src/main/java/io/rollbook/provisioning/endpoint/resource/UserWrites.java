package io.rollbook.provisioning.endpoint.resource;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.CommandSender;
import io.rollbook.provisioning.course.Course;
import io.rollbook.provisioning.register.membership.GroupOfMember;
import io.rollbook.provisioning.user.CreateUser;
import io.rollbook.provisioning.user.DeleteUser;
import io.rollbook.provisioning.user.PatchUser;
import io.rollbook.provisioning.user.PresentUser;
import io.rollbook.provisioning.user.ReplaceUser;
import io.rollbook.provisioning.user.ReviveUser;
import io.rollbook.provisioning.user.User;
import io.rollbook.provisioning.user.UserAnswer;
import io.rollbook.provisioning.user.UserCommand;
import io.rollbook.scim.canonical.ReferenceArray;
import io.rollbook.scim.canonical.Splice;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.extension.TenantCatalogs;
import io.rollbook.scim.precondition.Preconditions;
import io.rollbook.scim.projection.Projection;
import io.rollbook.scim.resource.ResourceReader;
import io.rollbook.scim.resource.Sent;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

import java.util.List;

/** Writes of users. A PATCH is answered with the user, as Entra's validator expects. */
public final class UserWrites implements ResourceWrites {

    private final CommandSender commands;
    private final TenantCatalogs catalogs;
    private final Revival revival;

    public UserWrites(CommandSender commands, TenantCatalogs catalogs, Revival revival) {
        this.commands = commands;
        this.catalogs = catalogs;
        this.revival = revival;
    }

    @Override
    public Outcome<Reply> create(ScimRequest request, String id) {
        var type = typeFor(request);
        var submission = ResourceReader.read(request.body(), type, RequestParts.profileOf(request));
        return submission.flatMap(
                body -> {
                    var attributes = body.attributes();
                    UserCommand command =
                            revival.wanted(request, attributes)
                                    .<UserCommand>map(
                                            user -> new ReviveUser(user, type, attributes))
                                    .orElseGet(() -> new CreateUser(idOf(request, id), attributes));
                    return write(request, type, 201, command, body);
                });
    }

    @Override
    public Outcome<Reply> replace(ScimRequest request, String id) {
        var type = typeFor(request);
        var submission = ResourceReader.read(request.body(), type, RequestParts.profileOf(request));
        return submission.flatMap(
                body ->
                        write(
                                request,
                                type,
                                200,
                                new ReplaceUser(
                                        idOf(request, id),
                                        type,
                                        body.attributes(),
                                        Preconditions.of(request)),
                                body));
    }

    @Override
    public Outcome<Reply> patch(ScimRequest request, String id) {
        var type = typeFor(request);
        var patch = Sizes.patchOf(request, type);
        return patch.flatMap(
                body ->
                        write(
                                request,
                                type,
                                200,
                                new PatchUser(idOf(request, id), body, Preconditions.of(request)),
                                body));
    }

    @Override
    public Outcome<Reply> delete(ScimRequest request, String id) {
        var command = new DeleteUser(idOf(request, id), Preconditions.of(request));
        return commands.send(command, RequestParts.originOf(request))
                .map(answer -> new Reply(Representation.deleted(id, answer.version()), true));
    }

    private Outcome<Reply> write(
            ScimRequest request, ResourceType type, int status, UserCommand command, Sent sent) {
        Course.wants(() -> command.wanted(new User.Absent()));
        return RequestParts.projectionOf(request, type, sent)
                .flatMap(
                        projection ->
                                commands.send(
                                                command,
                                                RequestParts.originOf(request)
                                                        .ignoring(sent.ignored()))
                                        .map(
                                                answer ->
                                                        new Reply(
                                                                response(
                                                                        request,
                                                                        type,
                                                                        status,
                                                                        projection,
                                                                        answer),
                                                                answer.changed(),
                                                                sent.ignored())));
    }

    private static ScimResponse response(
            ScimRequest request,
            ResourceType type,
            int status,
            Projection projection,
            UserAnswer answer) {
        return switch (answer.user()) {
            case PresentUser(var id, var attributes, var meta) ->
                    new Representation(type, id, attributes, meta)
                            .whole(request, status, projection, groups(answer.groups()));
            case User.Absent() -> throw new IllegalStateException("A user is gone after a write");
        };
    }

    private static List<Splice> groups(List<GroupOfMember> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        var array = new ReferenceArray("groups");
        for (GroupOfMember group : groups) {
            array.add(
                    SchemaCatalog.standard().group(),
                    group.id(),
                    group.display(),
                    group.direct() ? "direct" : "indirect");
        }
        return List.of(array.toSplice());
    }

    private ResourceType typeFor(ScimRequest request) {
        return catalogs.of(RequestParts.tenantOf(request)).user();
    }

    private static AggregateId idOf(ScimRequest request, String id) {
        return AggregateId.user(RequestParts.tenantOf(request), id);
    }
}
