package io.rollbook.provisioning.store;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.rollbook.provisioning.attempt.Attempt;
import io.rollbook.provisioning.attempt.AttemptEvent;
import io.rollbook.provisioning.attempt.WriteRefused;
import io.rollbook.provisioning.connection.event.ClientEvent;
import io.rollbook.provisioning.connection.event.ConnectionEvent;
import io.rollbook.provisioning.course.Wanted;
import io.rollbook.provisioning.group.event.GroupEvent;
import io.rollbook.provisioning.store.catalog.EventCatalog;
import io.rollbook.provisioning.store.catalog.EventTypes;
import io.rollbook.provisioning.store.catalog.StoredType;
import io.rollbook.provisioning.tenant.event.TenantEvent;
import io.rollbook.provisioning.user.event.UserEvent;
import io.rollbook.scim.change.Change;
import io.rollbook.scim.value.Text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands in the store of an installation can be read for ever. A file here is never edited: a
 * new revision brings a new file and an upcaster.
 */
class StoredGoldenFilesTest {

    private final EventCatalog catalog = new EventCatalog(EventTypes.ALL, EventTypes.UPCASTERS);
    private final JsonMapper json = JsonMapper.shared();

    static List<Object> samples() {
        return StoredSamples.ALL;
    }

    @Test
    void everyEventHasANameASampleAndNothingElseHas() {
        var events =
                Stream.of(
                                UserEvent.class,
                                GroupEvent.class,
                                TenantEvent.class,
                                ConnectionEvent.class,
                                ClientEvent.class,
                                AttemptEvent.class)
                        .<Class<?>>flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                        .filter(type -> !type.isInterface())
                        .collect(toUnmodifiableSet());
        assertThat(EventTypes.ALL.stream().<Class<?>>map(StoredType::type))
                .containsExactlyInAnyOrderElementsOf(events);
        assertThat(samples().stream().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(events);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isWrittenAsTheGoldenFileSays(Object sample) throws IOException {
        assertThat(json.readTree(catalog.write(sample))).isEqualTo(json.readTree(golden(sample)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadFromItsGoldenFile(Object sample) throws IOException {
        var type = catalog.typeOf(sample.getClass());
        assertThat(catalog.read(type.name(), type.revision(), golden(sample))).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void goesThroughAxonsSerializerUnchanged(Object sample) {
        var serializer = new EventSerializer(catalog);
        var serialized = serializer.serialize(sample, byte[].class);
        var type = catalog.typeOf(sample.getClass());
        assertThat(serialized.getType().getName()).isEqualTo(type.name());
        assertThat(serialized.getType().getRevision()).isEqualTo("" + type.revision());
        Object read = serializer.deserialize(serialized);
        assertThat(read).isEqualTo(sample);
    }

    /** A revision may gain members: what was written without them is read all the same. */
    @Test
    void tellsWhatARefusedRequestWanted() throws IOException {
        var wanted =
                new Wanted(
                        List.of(
                                new Change(
                                        "userName",
                                        new Text("mia@contoso.example"),
                                        new Text("leo@contoso.example")),
                                new Change("title", null, new Text("Analyst"))),
                        0,
                        true);
        var refused =
                new WriteRefused(
                        new Attempt(
                                "PATCH",
                                "User",
                                "0198c5a0-3c6e-7b55-9d0a-5d9c52b6b7aa",
                                null,
                                "leo@contoso.example"),
                        409,
                        "uniqueness",
                        "userName is taken by another user",
                        wanted);
        var golden = file("/stored/write.refused.r1+wanted.json");

        assertThat(catalog.read("write.refused", 1, golden)).isEqualTo(refused);
        assertThat(json.readTree(catalog.write(refused))).isEqualTo(json.readTree(golden));
    }

    private byte[] golden(Object sample) throws IOException {
        var type = catalog.typeOf(sample.getClass());
        return file("/stored/" + type.name() + ".r" + type.revision() + ".json");
    }

    private static byte[] file(String name) throws IOException {
        try (var file = StoredGoldenFilesTest.class.getResourceAsStream(name)) {
            assertThat(file).as(name).isNotNull();
            return file.readAllBytes();
        }
    }
}
