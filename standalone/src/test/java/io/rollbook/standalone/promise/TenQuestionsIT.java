package io.rollbook.standalone.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.Answer;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The guide's ten questions are asked of a running server, as they are written, and the answers
 * have all that the guide shows: only ids, times, hashes and numbers are those of another run.
 */
class TenQuestionsIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A request, and the block with the answer that follows it. */
    private static final Pattern QUESTION =
            Pattern.compile(
                    "```sh\nask \"(?<path>[^\n]+)\"\n```\\s+(?:[^`]+\n\n)?"
                            + "```json\n(?<answer>.*?)```",
                    Pattern.DOTALL);

    private static final Pattern OF_ONE_RUN =
            Pattern.compile(
                    "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}"
                            + "|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z|lastFour\\W+[\\w-]{4}");

    private static final Pattern NUMBERS =
            Pattern.compile("number|before|version|entries|\\w+Millis");

    private final RunningRollbook rollbook = RunningRollbook.shared();
    private final RunningRollbook.Tenant tenant = rollbook.newTenant("entra");
    private final Map<String, String> variables = new HashMap<>();

    @Test
    void areAnsweredAsTheGuideSays() throws Exception {
        var officer = new ScimClient(rollbook.base(), tenant.token("audit.read"));
        var exporter = tenant.token("audit.export");
        happens();
        var guide = Files.readString(Path.of("../docs/audit/ten-questions.md"));
        int asked = 0;
        for (var question : QUESTION.matcher(guide).results().toList()) {
            var path = question.group("path");
            if (path.startsWith("/audit/custody")) {
                // The question before it is answered by an export.
                export(exporter);
            }
            var answer = officer.get(withValues(path));
            assertThat(includes(JSON.readTree(question.group("answer")), answer.body(), ""))
                    .as("%s%n%s", path, answer.body().toPrettyString())
                    .isTrue();
            asked++;
        }
        assertThat(asked).isEqualTo(12);
    }

    private void export(String token) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(rollbook.base() + "/audit/export"))
                        .header("Authorization", "Bearer " + token)
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        }
    }

    private void happens() {
        variables.put("MIA", user("mia", "Mia Okoro", "x-1"));
        variables.put("LEO", user("leo", "Leo Brandt", "x-2"));
        variables.put("ANA", user("ana", "Ana Sato", "x-3"));
        var group = tenant.scim().post("/Groups", group("x-4", "MIA", "LEO")).expect(201);
        variables.put("RISK", group.id());
        tenant.awaitEntry(group);
        variables.put("BEFORE", Instant.now().toString());
        var risk = "/Groups/" + group.id();
        change(risk, "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"$ANA\"}]}");
        change(risk, "{\"op\":\"remove\",\"path\":\"members[value eq \\\"$LEO\\\"]\"}");
        change("/Users/$LEO", "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}");
        tenant.scim().post("/Groups", group("x-9")).expect(409);
        var gone = tenant.scim().delete(withValues("/Users/$MIA")).expect(204);
        var cause = tenant.awaitEntry(gone).required("id").asString();
        await().until(
                        () ->
                                tenant.entries().stream()
                                        .anyMatch(
                                                entry ->
                                                        entry.path("causedBy")
                                                                .asString("")
                                                                .equals(cause)));
        variables.put("AFTER", Instant.now().toString());
    }

    private String user(String name, String displayName, String externalId) {
        return tenant.scim()
                .post(
                        "/Users",
                        """
                        {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "active": true,
                         "userName": "%s@contoso.example", "displayName": "%s", "externalId": "%s"}
                        """
                                .formatted(name, displayName, externalId))
                .expect(201)
                .id();
    }

    private String group(String externalId, String... members) {
        var values = new StringBuilder();
        for (var member : members) {
            values.append(values.isEmpty() ? "" : ",");
            values.append("{\"value\":\"").append(variables.get(member)).append("\"}");
        }
        return """
        {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": "Risk",
         "externalId": "%s", "members": [%s]}
        """
                .formatted(externalId, values);
    }

    private void change(String path, String operation) {
        Answer answer = tenant.scim().patch(withValues(path), withValues(operation));
        assertThat(answer.status()).isBetween(200, 204);
    }

    /** As a shell does between double quotes. */
    private String withValues(String text) {
        var with = text;
        for (var variable : variables.entrySet()) {
            with = with.replace("$" + variable.getKey(), variable.getValue());
        }
        return with.replace("\\$", "$");
    }

    /** Whether an answer has everything that is documented, lists in their order. */
    private static boolean includes(JsonNode documented, JsonNode answer, String name) {
        if (documented.isObject()) {
            return documented.properties().stream()
                    .allMatch(
                            member ->
                                    answer.has(member.getKey())
                                            && includes(
                                                    member.getValue(),
                                                    answer.required(member.getKey()),
                                                    member.getKey()));
        }
        if (documented.isArray()) {
            var rest = answer.iterator();
            return documented
                    .valueStream()
                    .allMatch(
                            element -> {
                                while (rest.hasNext()) {
                                    if (includes(element, rest.next(), name)) {
                                        return true;
                                    }
                                }
                                return false;
                            });
        }
        return documented.isNumber() && NUMBERS.matcher(name).matches()
                ? answer.isNumber()
                : timeless(documented).equals(timeless(answer));
    }

    private static String timeless(JsonNode value) {
        return OF_ONE_RUN.matcher(value.toString()).replaceAll("…");
    }
}
