package io.rollbook.provisioning.endpoint.resource;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.Applied;
import io.rollbook.provisioning.aggregate.CommandSender;
import io.rollbook.provisioning.group.CreateGroup;
import io.rollbook.provisioning.group.DeleteGroup;
import io.rollbook.provisioning.group.Group;
import io.rollbook.provisioning.group.GroupCommand;
import io.rollbook.provisioning.group.PatchGroup;
import io.rollbook.provisioning.group.PresentGroup;
import io.rollbook.provisioning.group.ReplaceGroup;
import io.rollbook.scim.canonical.Splice;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.patch.PatchReader;
import io.rollbook.scim.projection.Projection;
import io.rollbook.scim.resource.ResourceReader;
import io.rollbook.scim.resource.Submission;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.value.Complex;

import java.util.List;
import java.util.function.Supplier;

/**
 * Writes of groups. A PATCH is answered without a body unless attributes were asked for: a large
 * group must not travel back for each member that joins.
 */
public final class GroupWrites implements ResourceWrites {

    private static final String MEMBERS = "members";

    private final CommandSender commands;
    private final MembersShown members;
    private final Supplier<String> ids;

    public GroupWrites(CommandSender commands, MembersShown members, Supplier<String> ids) {
        this.commands = commands;
        this.members = members;
        this.ids = ids;
    }

    @Override
    public Outcome<Reply> create(ScimRequest request) {
        return submissionOf(request)
                .flatMap(
                        body ->
                                shown(
                                        request,
                                        201,
                                        new CreateGroup(
                                                idOf(request, ids.get()),
                                                body.attributes(),
                                                membersOf(body))));
    }

    @Override
    public Outcome<Reply> replace(ScimRequest request, String id) {
        return submissionOf(request)
                .flatMap(
                        body ->
                                shown(
                                        request,
                                        200,
                                        new ReplaceGroup(
                                                idOf(request, id),
                                                body.attributes(),
                                                membersOf(body),
                                                RequestParts.ifMatchOf(request))));
    }

    @Override
    public Outcome<Reply> patch(ScimRequest request, String id) {
        return PatchReader.read(request.body(), Group.TYPE, RequestParts.profileOf(request))
                .map(
                        patch ->
                                new PatchGroup(
                                        idOf(request, id), patch, RequestParts.ifMatchOf(request)))
                .flatMap(
                        command ->
                                RequestParts.asksForAttributes(request)
                                        ? shown(request, 200, command)
                                        : quiet(request, command));
    }

    @Override
    public Outcome<Reply> delete(ScimRequest request, String id) {
        var command = new DeleteGroup(idOf(request, id), RequestParts.ifMatchOf(request));
        return commands.send(command, RequestParts.originOf(request))
                .map(applied -> new Reply(Representation.deleted(id, applied.version()), true));
    }

    private Outcome<Reply> shown(ScimRequest request, int status, GroupCommand command) {
        return RequestParts.projectionOf(request, Group.TYPE)
                .flatMap(
                        projection ->
                                commands.send(command, RequestParts.originOf(request))
                                        .map(
                                                applied ->
                                                        reply(
                                                                request,
                                                                status,
                                                                projection,
                                                                applied)));
    }

    private Outcome<Reply> quiet(ScimRequest request, GroupCommand command) {
        return RequestParts.projectionOf(request, Group.TYPE)
                .flatMap(projection -> commands.send(command, RequestParts.originOf(request)))
                .map(
                        applied ->
                                new Reply(
                                        representation(applied).withoutBody(request),
                                        applied.changed()));
    }

    private Reply reply(
            ScimRequest request, int status, Projection projection, Applied<Group> applied) {
        var group = representation(applied);
        var splices =
                projection.includes(MEMBERS)
                        ? members.of(RequestParts.tenantOf(request), group.id())
                        : List.<Splice>of();
        return new Reply(group.whole(request, status, projection, splices), applied.changed());
    }

    private static Representation representation(Applied<Group> applied) {
        return switch (applied.after()) {
            case PresentGroup(var id, var attributes, var meta) ->
                    new Representation(Group.TYPE, id, attributes, meta);
            case Group.Absent() -> throw new IllegalStateException("A group is gone after a write");
        };
    }

    private static Outcome<Submission> submissionOf(ScimRequest request) {
        return ResourceReader.read(request.body(), Group.TYPE, RequestParts.profileOf(request));
    }

    private static List<Complex> membersOf(Submission submission) {
        return submission.detached().getOrDefault(MEMBERS, List.of());
    }

    private static AggregateId idOf(ScimRequest request, String id) {
        return AggregateId.group(RequestParts.tenantOf(request), id);
    }
}
