package io.rollbook.gateway.oauth;

import io.rollbook.gateway.running.Clients;
import io.rollbook.gateway.running.Gateway;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sends forms to the token endpoint, well-formed or not. */
final class TokenClient {

    static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final Gateway gateway;

    TokenClient(Gateway gateway) {
        this.gateway = gateway;
    }

    /** A form with the grant type and these names and values. */
    HttpResponse<String> ask(String... namesAndValues) {
        var all = new ArrayList<>(List.of("grant_type", "client_credentials"));
        all.addAll(List.of(namesAndValues));
        return gateway.send(request(form(all)));
    }

    HttpResponse<String> withSecret() {
        var clients = gateway.services.clients;
        return ask("client_id", Clients.CLIENT, "client_secret", clients.secret);
    }

    HttpResponse<String> withAssertion(String clientId, String jwt) {
        return ask(
                "client_id",
                clientId,
                "client_assertion_type",
                ASSERTION_TYPE,
                "client_assertion",
                jwt,
                "scope",
                "scim");
    }

    HttpRequest.Builder request(String body) {
        return gateway.open("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    static String form(List<String> namesAndValues) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            parts.add(encoded(namesAndValues.get(i)) + "=" + encoded(namesAndValues.get(i + 1)));
        }
        return String.join("&", parts);
    }

    static String tokenIn(HttpResponse<String> answer) {
        return json(answer).path("access_token").asString("");
    }

    static String errorIn(HttpResponse<String> answer) {
        return answer.statusCode() + " " + json(answer).path("error").asString("");
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
