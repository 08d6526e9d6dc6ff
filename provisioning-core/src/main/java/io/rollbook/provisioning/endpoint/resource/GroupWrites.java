package io.rollbook.provisioning.endpoint.resource;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.Applied;
import io.rollbook.provisioning.aggregate.CommandSender;
import io.rollbook.provisioning.course.Course;
import io.rollbook.provisioning.group.CreateGroup;
import io.rollbook.provisioning.group.DeleteGroup;
import io.rollbook.provisioning.group.Group;
import io.rollbook.provisioning.group.GroupCommand;
import io.rollbook.provisioning.group.PatchGroup;
import io.rollbook.provisioning.group.PresentGroup;
import io.rollbook.provisioning.group.ReplaceGroup;
import io.rollbook.scim.canonical.Splice;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.extension.TenantCatalogs;
import io.rollbook.scim.patch.Patch;
import io.rollbook.scim.precondition.Preconditions;
import io.rollbook.scim.projection.Projection;
import io.rollbook.scim.resource.ResourceReader;
import io.rollbook.scim.resource.Sent;
import io.rollbook.scim.resource.Submission;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.value.Complex;

import java.util.List;

/**
 * Writes of groups. A PATCH is answered without a body unless attributes were asked for: a large
 * group must not travel back for each member that joins.
 */
public final class GroupWrites implements ResourceWrites {

    private static final String MEMBERS = "members";

    private final CommandSender commands;
    private final MembersShown members;
    private final TenantCatalogs catalogs;

    public GroupWrites(CommandSender commands, MembersShown members, TenantCatalogs catalogs) {
        this.commands = commands;
        this.members = members;
        this.catalogs = catalogs;
    }

    @Override
    public Outcome<Reply> create(ScimRequest request, String id) {
        var type = typeFor(request);
        return submissionOf(request, type)
                .flatMap(
                        body ->
                                shown(
                                        request,
                                        type,
                                        201,
                                        new CreateGroup(
                                                idOf(request, id),
                                                body.attributes(),
                                                membersOf(body)),
                                        body));
    }

    @Override
    public Outcome<Reply> replace(ScimRequest request, String id) {
        var type = typeFor(request);
        return submissionOf(request, type)
                .flatMap(
                        body ->
                                shown(
                                        request,
                                        type,
                                        200,
                                        new ReplaceGroup(
                                                idOf(request, id),
                                                type,
                                                body.attributes(),
                                                membersOf(body),
                                                Preconditions.of(request)),
                                        body));
    }

    @Override
    public Outcome<Reply> patch(ScimRequest request, String id) {
        var type = typeFor(request);
        return Sizes.patchOf(request, type).flatMap(patch -> patch(request, id, type, patch));
    }

    private Outcome<Reply> patch(ScimRequest request, String id, ResourceType type, Patch patch) {
        var command = new PatchGroup(idOf(request, id), patch, Preconditions.of(request));
        return RequestParts.asksForAttributes(request)
                ? shown(request, type, 200, command, patch)
                : quiet(request, type, command, patch);
    }

    @Override
    public Outcome<Reply> delete(ScimRequest request, String id) {
        var command = new DeleteGroup(idOf(request, id), Preconditions.of(request));
        return commands.send(command, RequestParts.originOf(request))
                .map(applied -> new Reply(Representation.deleted(id, applied.version()), true));
    }

    private Outcome<Reply> shown(
            ScimRequest request, ResourceType type, int status, GroupCommand command, Sent sent) {
        return admitted(request, type, command, sent)
                .flatMap(
                        projection ->
                                commands.send(
                                                command,
                                                RequestParts.originOf(request)
                                                        .ignoring(sent.ignored()))
                                        .map(
                                                applied ->
                                                        new Reply(
                                                                response(
                                                                        request,
                                                                        type,
                                                                        status,
                                                                        projection,
                                                                        applied),
                                                                applied.changed(),
                                                                sent.ignored())));
    }

    private Outcome<Reply> quiet(
            ScimRequest request, ResourceType type, GroupCommand command, Sent sent) {
        return admitted(request, type, command, sent)
                .flatMap(
                        projection ->
                                commands.send(
                                        command,
                                        RequestParts.originOf(request).ignoring(sent.ignored())))
                .map(
                        applied ->
                                new Reply(
                                        representation(type, applied).withoutBody(request),
                                        applied.changed(),
                                        sent.ignored()));
    }

    /** What is to be shown of the answer, unless the request says too much. */
    private static Outcome<Projection> admitted(
            ScimRequest request, ResourceType type, GroupCommand command, Sent sent) {
        Course.wants(() -> command.wanted(new Group.Absent()));
        return Sizes.checked(request, sent, sent.detachedNamed())
                .flatMap(within -> RequestParts.projectionOf(request, type, within));
    }

    private ScimResponse response(
            ScimRequest request,
            ResourceType type,
            int status,
            Projection projection,
            Applied<Group> applied) {
        var group = representation(type, applied);
        var splices =
                projection.includes(MEMBERS)
                        ? members.of(RequestParts.tenantOf(request), group.id())
                        : List.<Splice>of();
        return group.whole(request, status, projection, splices);
    }

    private static Representation representation(ResourceType type, Applied<Group> applied) {
        return switch (applied.after()) {
            case PresentGroup(var id, var attributes, var meta) ->
                    new Representation(type, id, attributes, meta);
            case Group.Absent() -> throw new IllegalStateException("A group is gone after a write");
        };
    }

    private ResourceType typeFor(ScimRequest request) {
        return catalogs.of(RequestParts.tenantOf(request)).group();
    }

    private static Outcome<Submission> submissionOf(ScimRequest request, ResourceType type) {
        return ResourceReader.read(request.body(), type, RequestParts.profileOf(request));
    }

    private static List<Complex> membersOf(Submission submission) {
        return submission.detached().getOrDefault(MEMBERS, List.of());
    }

    private static AggregateId idOf(ScimRequest request, String id) {
        return AggregateId.group(RequestParts.tenantOf(request), id);
    }
}
