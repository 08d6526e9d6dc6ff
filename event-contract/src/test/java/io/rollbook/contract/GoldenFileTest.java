package io.rollbook.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Each published revision is read and written exactly as it was on the first day. */
class GoldenFileTest {

    private static final Set<String> DATA = Set.of("attributes", "old", "new", "schema", "reasons");

    @ParameterizedTest
    @EnumSource
    void isReadAsTheEventThatItWas(EventType type) throws IOException {
        assertThat(Golden.JSON.readValue(Golden.text(type), type.payload()))
                .isEqualTo(Samples.of(type));
    }

    @ParameterizedTest
    @EnumSource
    void isWrittenMemberForMember(EventType type) throws IOException {
        var golden = Golden.JSON.readTree(Golden.text(type));

        assertThat(Golden.JSON.writeValueAsString(Samples.of(type))).isEqualTo(golden.toString());
    }

    @ParameterizedTest
    @EnumSource
    void isReadAndWrittenWithWhatItGained(EventType type) throws IOException {
        for (var text : Golden.withAdditions(type)) {
            var event = Golden.JSON.readValue(text, type.payload());

            assertThat(Golden.JSON.writeValueAsString(event))
                    .isEqualTo(Golden.JSON.readTree(text).toString());
        }
    }

    /** A later version of this contract adds members; an older consumer must not stumble. */
    @ParameterizedTest
    @EnumSource
    void toleratesUnknownMembersEvenWhenTheReaderIsStrict(EventType type) throws IOException {
        var strict =
                Golden.JSON.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        var golden = Golden.JSON.readTree(Golden.text(type));
        addUnknownMembers(golden);

        assertThat(strict.build().treeToValue(golden, type.payload())).isEqualTo(Samples.of(type));
    }

    @Test
    void namesWhatWasIgnoredOnlyWhereSomethingWas() {
        var whole = Samples.of(EventType.WRITE_SKIPPED_1).cause();
        var partly =
                new Cause(
                        whole.requestId(),
                        whole.operation(),
                        whole.actor(),
                        whole.receivedAt(),
                        whole.causedBy(),
                        List.of("password"));

        var written = Golden.JSON.writeValueAsString(partly);

        assertThat(written).contains("\"ignored\":[\"password\"]");
        assertThat(Golden.JSON.readValue(written, Cause.class)).isEqualTo(partly);
        assertThat(Golden.JSON.writeValueAsString(whole)).doesNotContain("ignored");
    }

    @Test
    void thereIsNoFileWithoutAType() throws IOException {
        try (var files = Files.list(Golden.FOLDER)) {
            assertThat(
                            files.map(file -> file.getFileName().toString())
                                    .map(name -> name.replaceAll("[+].*[.]", "."))
                                    .distinct())
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(EventType.values()).map(Golden::fileName).toList());
        }
    }

    private static void addUnknownMembers(JsonNode node) {
        for (var member : node.properties()) {
            // Below these every member is data.
            if (!DATA.contains(member.getKey())) {
                addUnknownMembers(member.getValue());
            }
        }
        if (node.isArray()) {
            node.forEach(GoldenFileTest::addUnknownMembers);
        }
        if (node instanceof ObjectNode object) {
            object.put("addedLater", "unknown");
        }
    }
}
