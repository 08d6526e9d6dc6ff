package io.rollbook.link.server;

import io.rollbook.link.LinkPaths;

import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Which path leads to which part of the seam. */
record LinkRoutes(
        LinkGuard guard,
        ServedEndpoints endpoints,
        ServedQuestions questions,
        ServedClients clients) {

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .POST(
                        LinkPaths.ENDPOINTS + "{name}",
                        request ->
                                guard.admit(
                                        request,
                                        (sender, message) ->
                                                endpoints.handle(
                                                        request.pathVariable("name"),
                                                        sender,
                                                        message)))
                .POST(
                        LinkPaths.CALLERS,
                        request -> guard.admit(request, (_, message) -> questions.caller(message)))
                .POST(
                        LinkPaths.CLIENT_SECRETS,
                        request ->
                                guard.admit(request, (_, message) -> clients.withSecret(message)))
                .POST(
                        LinkPaths.CLIENT_TRUSTS,
                        request -> guard.admit(request, (_, message) -> clients.trustsOf(message)))
                .POST(
                        LinkPaths.CLIENT_ASSERTIONS,
                        request ->
                                guard.admit(
                                        request,
                                        (sender, message) ->
                                                guard.firstTime(sender)
                                                        ? clients.withAssertion(message)
                                                        : LinkGuard.refuse(
                                                                request.servletRequest(),
                                                                "taken before")))
                .POST(
                        LinkPaths.CLIENT_CREDENTIALS,
                        request ->
                                guard.admit(request, (_, message) -> clients.ofCredential(message)))
                .POST(
                        LinkPaths.VISIBILITY,
                        request -> guard.admit(request, (_, message) -> questions.visible(message)))
                .POST(
                        LinkPaths.READINESS,
                        request -> guard.admit(request, (_, _) -> questions.ready()))
                .build();
    }
}
