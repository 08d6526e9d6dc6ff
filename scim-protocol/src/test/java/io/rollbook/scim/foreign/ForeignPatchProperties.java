package io.rollbook.scim.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.unboundid.scim2.common.GenericScimResource;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.messages.PatchRequest;
import com.unboundid.scim2.common.utils.JsonUtils;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.patch.PatchReader;
import io.rollbook.scim.patch.Patched;
import io.rollbook.scim.resource.ResourceReader;
import io.rollbook.scim.resource.Submission;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

/** Another SCIM library makes the same of a user to whom the same patch is applied. */
class ForeignPatchProperties {

    private static final ResourceType USER = SchemaCatalog.standard().user();
    private static final JsonMapper THEIRS = JsonUtils.createObjectMapper();
    private static final String ENTERPRISE =
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final List<String> TYPES = List.of("work", "home", "other");
    private static final List<String> TEXTS = List.of("title", "nickName", "displayName");
    private static final List<String> NAMES = List.of("familyName", "givenName");

    /**
     * @param user the body of a POST
     * @param patch the body of a PATCH
     */
    record Case(String user, String patch) {}

    @Property(
            seed = "20261124",
            tries = 5_000,
            edgeCases = EdgeCasesMode.NONE,
            shrinking = ShrinkingMode.OFF)
    void patchesAreTheSame(@ForAll("cases") Case each) throws Exception {
        var theirs = theirs(each);
        if (!theyRefuseToAddToSeveral(each, theirs)) {
            assertThat(theirs).as(each.toString()).isEqualTo(ours(each));
        }
    }

    /** They let an add through a filter match one element only; RFC 7644 §3.5.2 sets no bound. */
    private static boolean theyRefuseToAddToSeveral(Case each, JsonNode theirs) {
        return theirs.isNull() && each.patch().contains("\"add\",\"path\":\"emails[");
    }

    private static JsonNode ours(Case each) {
        var user = accepted(ResourceReader.read(bytes(each.user()), USER, Profile.RFC));
        var patch = accepted(PatchReader.read(bytes(each.patch()), USER, Profile.RFC));
        return switch (patch.apply(((Submission) user).attributes())) {
            case Outcome.Accepted<Patched>(var patched) -> tree(patched.attributes());
            case Outcome.Refused<Patched> refused -> THEIRS.nullNode();
        };
    }

    private static JsonNode tree(Complex attributes) {
        return THEIRS.readTree(Json.write(attributes));
    }

    private static JsonNode theirs(Case each) {
        var user = new GenericScimResource((ObjectNode) THEIRS.readTree(each.user()));
        try {
            THEIRS.readValue(each.patch(), PatchRequest.class).apply(user);
        } catch (ScimException refused) {
            return THEIRS.nullNode();
        }
        var tree = user.asGenericScimResource().getObjectNode();
        tree.remove("schemas");
        // What is left of a complex value without parts: to us it is not there (RFC 7643 §2.5).
        tree.removeIf(member -> member.isObject() && member.isEmpty());
        if (tree.get("emails") instanceof ArrayNode emails) {
            dropSecondOnes(emails);
        }
        return tree;
    }

    /**
     * They add an element that is there already when the other has one more part; to us those of
     * one type and value are the same (RFC 7643 §2.4).
     */
    private static void dropSecondOnes(ArrayNode emails) {
        var known = new HashSet<String>();
        emails.removeIf(email -> !known.add(email.path("type") + " " + email.path("value")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static <T> T accepted(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<T>(T value) -> value;
            case Outcome.Refused<T>(var error) -> throw new IllegalStateException(error.detail());
        };
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.longs()
                .map(
                        seed -> {
                            var random = new Random(seed);
                            return new Case(user(random), patch(random));
                        });
    }

    private static String user(Random random) {
        var members = new ArrayList<String>();
        members.add(
                "\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\",\"%s\"]"
                        .formatted(ENTERPRISE));
        members.add("\"userName\":\"mia\"");
        for (String name : TEXTS) {
            if (random.nextBoolean()) {
                members.add("\"%s\":\"%d\"".formatted(name, random.nextInt(3)));
            }
        }
        if (random.nextBoolean()) {
            members.add("\"name\":" + name(random));
        }
        if (random.nextBoolean()) {
            members.add("\"emails\":" + emails(random));
        }
        if (random.nextBoolean()) {
            members.add("\"%s\":{\"department\":\"%d\"}".formatted(ENTERPRISE, random.nextInt(3)));
        }
        return "{" + String.join(",", members) + "}";
    }

    private static String name(Random random) {
        return "{\"%s\":\"%d\"}".formatted(any(NAMES, random), random.nextInt(3));
    }

    private static String emails(Random random) {
        var emails = new ArrayList<String>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            emails.add(email(TYPES.get(i), random));
        }
        return emails.toString();
    }

    private static String email(String type, Random random) {
        return "{\"value\":\"%s%d@x.example\",\"type\":\"%s\"}"
                .formatted(type, random.nextInt(3), type);
    }

    private static String patch(Random random) {
        var operations = new ArrayList<String>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            operations.add(operation(random));
        }
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":"
                + operations
                + "}";
    }

    private static String operation(Random random) {
        var value = "\"%d\"".formatted(random.nextInt(3));
        return switch (random.nextInt(8)) {
            case 0 -> written(random, any(TEXTS, random), value);
            case 1 -> written(random, "name." + any(NAMES, random), value);
            case 2 -> written(random, "name", name(random));
            case 3 -> written(random, "emails", emails(random));
            case 4 -> written(random, ENTERPRISE + ":department", value);
            case 5 ->
                    written(
                            random,
                            "emails[type eq \\\"" + any(TYPES, random) + "\\\"].display",
                            value);
            case 6 -> removed(random);
            default ->
                    "{\"op\":\"%s\",\"value\":{\"title\":%s,\"name\":%s}}"
                            .formatted(addOrReplace(random), value, name(random));
        };
    }

    private static String removed(Random random) {
        var path =
                switch (random.nextInt(5)) {
                    case 0 -> any(TEXTS, random);
                    case 1 -> "name." + any(NAMES, random);
                    case 2 -> "emails";
                    case 3 -> "emails[type eq \\\"" + any(TYPES, random) + "\\\"]";
                    default -> ENTERPRISE + ":department";
                };
        return "{\"op\":\"remove\",\"path\":\"%s\"}".formatted(path);
    }

    private static String written(Random random, String path, String value) {
        return "{\"op\":\"%s\",\"path\":\"%s\",\"value\":%s}"
                .formatted(addOrReplace(random), path, value);
    }

    private static String addOrReplace(Random random) {
        return random.nextBoolean() ? "add" : "replace";
    }

    private static String any(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
