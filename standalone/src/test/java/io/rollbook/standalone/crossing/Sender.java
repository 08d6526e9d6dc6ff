package io.rollbook.standalone.crossing;

import io.rollbook.standalone.RunningRollbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes requests of a tenant from lines of {@code crossing-places.txt}. */
final class Sender {

    private static final Pattern HEADER = Pattern.compile("([A-Z][A-Za-z-]+): (.*)");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RunningRollbook rollbook;
    private final String adminSecret;
    private final Furniture mine;

    /**
     * @param mine whose token is sent, and whose resources stand where the tried id does not
     */
    Sender(RunningRollbook rollbook, String adminSecret, Furniture mine) {
        this.rollbook = rollbook;
        this.adminSecret = adminSecret;
        this.mine = mine;
    }

    /** Asks with this id in the place: the operator where only one may, and else my tenant. */
    Seen send(Try tried, String id) {
        return send(
                tried,
                id,
                tried.isForOperators() && !tried.isForbidden()
                        ? adminSecret
                        : mine.tokenFor(tried.place().template()));
    }

    /** The same as who administers my tenant. */
    Seen sendAsItsAdministrator(Try tried, String id) {
        return send(tried, id, mine.adminToken());
    }

    /** As operator, with a body of this text where ids of my own stand in the path. */
    Seen send(String method, String template, String body) {
        var path = template;
        for (var found : Try.PARAMETER.matcher(template).results().toList()) {
            var kind = Kind.ofParameter(found.group(1)).orElse(Kind.SCHEMA);
            path = path.replace(found.group(), mine.id(kind));
        }
        var request = HttpRequest.newBuilder(URI.create(rollbook.base() + path));
        request.header("Authorization", "Bearer " + adminSecret);
        request.header("Content-Type", "application/json");
        request.method(method, BodyPublishers.ofString(body));
        return exchange(request.build(), List.of());
    }

    private Seen send(Try tried, String id, String token) {
        var words = new ArrayList<String>();
        words.add(id);
        var name = mine.newName();
        var path = tried.place().template();
        var at = id;
        for (var parameter : tried.parameters()) {
            var value = parameter.equals(tried.parameter()) ? id : own(tried, parameter);
            words.add(value);
            path = path.replace("{" + parameter + "}", value);
            at = tried.parameter().isEmpty() ? id : value;
        }
        var text = tried.place().request().replace("@", at).replace("#", name);
        for (var found : Try.PARAMETER.matcher(text).results().toList()) {
            var parameter = found.group(1);
            var value =
                    parameter.equals("base") || parameter.equals("urn")
                            ? ""
                            : own(tried, parameter);
            if (!value.isEmpty()) {
                words.add(value);
                text = text.replace(found.group(), value);
            }
        }
        text = text.replace("{base}", rollbook.base()).replace("{urn}", mine.urn());
        return send(tried.place(), path, text, token, words);
    }

    /** Asks without any id, as a tenant. */
    Seen send(Place place) {
        boolean isRequest = place.request().matches("[?{\\[].*");
        var text = isRequest ? place.request().replace("#", mine.newName()) : "";
        var path = Try.PARAMETER.matcher(place.template()).replaceAll("x");
        return send(place, path, text, mine.tokenFor(path), List.of());
    }

    /** Asks with another method than the route's. */
    Seen send(String method, String template) {
        var path = Try.PARAMETER.matcher(template).replaceAll("x");
        var token = path.startsWith("/admin/") ? adminSecret : mine.tokenFor(path);
        var request = HttpRequest.newBuilder(URI.create(rollbook.base() + path));
        request.header("Authorization", "Bearer " + token);
        request.header("Content-Type", "application/scim+json");
        request.method(method, BodyPublishers.ofString(method.equals("GET") ? "" : "{}"));
        return exchange(request.build(), List.of());
    }

    private String own(Try tried, String parameter) {
        var kind = Kind.ofParameter(parameter).orElseThrow();
        return mine.spare(new Try(tried.place(), parameter, kind).spared());
    }

    private Seen send(Place place, String path, String text, String token, List<String> words) {
        var query = "";
        var body = "";
        var headers = new ArrayList<String>();
        for (var part : text.split(" && ")) {
            var header = HEADER.matcher(part);
            if (part.startsWith("?")) {
                query = query(part);
            } else if (part.startsWith("{") || part.startsWith("[")) {
                body = body(place, part);
            } else if (header.matches()) {
                headers.addAll(List.of(header.group(1), header.group(2)));
            } else if (!part.isEmpty()) {
                throw new IllegalStateException("Not a part of a request: " + part);
            }
        }
        var request = HttpRequest.newBuilder(URI.create(rollbook.base() + path + query));
        request.header("Authorization", "Bearer " + token);
        request.header("Content-Type", "application/scim+json");
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        request.method(place.method(), BodyPublishers.ofString(body));
        return exchange(request.build(), words);
    }

    private Seen exchange(HttpRequest request, List<String> words) {
        try {
            return Seen.of(http.send(request, BodyHandlers.ofByteArray()), words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String query(String part) {
        return Stream.of(part.substring(1).split("&"))
                .map(each -> each.split("=", 2))
                .map(pair -> pair[0] + "=" + URLEncoder.encode(pair[1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String body(Place place, String part) {
        if (place.template().endsWith("/.search")) {
            return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],"
                    + part.substring(1);
        }
        if (part.startsWith("{")) {
            return part;
        }
        var schema = place.method().equals("PATCH") ? "PatchOp" : "BulkRequest";
        return """
        {"schemas":["urn:ietf:params:scim:api:messages:2.0:%s"],"Operations":%s}\
        """
                .formatted(schema, part);
    }
}
