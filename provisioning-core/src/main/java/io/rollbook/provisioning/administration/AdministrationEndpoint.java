package io.rollbook.provisioning.administration;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

import java.util.List;
import java.util.Optional;

/** Answers operators: hands a request to the route that knows it. */
public final class AdministrationEndpoint implements ScimEndpoint {

    private final List<AdministrationRoute> routes;
    private final Bounds bounds;
    private final AdministrationJson json;

    public AdministrationEndpoint(
            List<AdministrationRoute> routes, Places places, AdministrationJson json) {
        this.routes = List.copyOf(routes);
        this.bounds = new Bounds(places);
        this.json = json;
    }

    @Override
    public ScimResponse handle(ScimRequest request) {
        return switch (answer(request)) {
            case Outcome.Accepted<AdministrationAnswer>(var answer) -> json.write(answer);
            case Outcome.Refused<AdministrationAnswer>(var error) -> json.problem(error);
        };
    }

    private Outcome<AdministrationAnswer> answer(ScimRequest request) {
        ScimError refusal = request.refusal();
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        if (!request.caller().mayActAs(Role.ADMIN)) {
            return Outcome.refused(ScimError.of(403, "Only an administrator may do this"));
        }
        return bounds.check(request).flatMap(this::dispatch);
    }

    private Outcome<AdministrationAnswer> dispatch(ScimRequest request) {
        return routes.stream()
                .map(route -> route.answer(request))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(
                        () ->
                                Outcome.refused(
                                        ScimError.notFound(
                                                "There is nothing to "
                                                        + request.method()
                                                        + " at "
                                                        + request.path())));
    }
}
