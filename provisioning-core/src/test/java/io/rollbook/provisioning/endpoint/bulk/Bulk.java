package io.rollbook.provisioning.endpoint.bulk;

import io.rollbook.provisioning.testing.Json;
import io.rollbook.provisioning.testing.Requests;
import io.rollbook.provisioning.testing.Tenant;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** One bulk request of a tenant and what came of it. */
record Bulk(Tenant tenant, ScimRequest request, ScimResponse response) {

    static Bulk of(Tenant tenant, String... operations) {
        return stoppingAfter(1_000, tenant, operations);
    }

    static Bulk stoppingAfter(int failures, Tenant tenant, String... operations) {
        return sent(
                tenant,
                """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
                 "failOnErrors":%d,"Operations":[%s]}\
                """
                        .formatted(failures, String.join(",", operations)));
    }

    static Bulk sent(Tenant tenant, String body) {
        var request = Requests.of(tenant.caller(), ScimMethod.POST, "/Bulk", body);
        return new Bulk(tenant, request, tenant.core().write(request));
    }

    static String post(String path, String bulkId, String data) {
        return "{\"method\":\"POST\",\"path\":\"%s\",\"bulkId\":\"%s\",\"data\":%s}"
                .formatted(path, bulkId, data);
    }

    static String user(String name) {
        return post("/Users", name, "{\"userName\":\"" + name + "\"}");
    }

    static String group(String name, String... members) {
        return post(
                "/Groups",
                name,
                "{\"displayName\":\"%s\",\"members\":%s}"
                        .formatted(name, Tenant.elements(List.of(members))));
    }

    static String operation(String method, String path, String data) {
        return "{\"method\":\"%s\",\"path\":\"%s\",\"data\":%s}".formatted(method, path, data);
    }

    static String delete(String path) {
        return "{\"method\":\"DELETE\",\"path\":\"%s\"}".formatted(path);
    }

    List<String> statuses() {
        return results().stream().map(result -> result.path("status").asString()).toList();
    }

    List<JsonNode> results() {
        return Json.of(response.body()).path("Operations").valueStream().toList();
    }

    String idOf(int operation) {
        var location = results().get(operation).path("location").asString();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    String detailOf(int operation) {
        return results().get(operation).path("response").path("detail").asString();
    }

    /** The kind of entry of each operation, such as {@code 2 user.created}, in order. */
    List<String> entries() {
        return tenant.operationsOfRequest(request.requestId());
    }
}
