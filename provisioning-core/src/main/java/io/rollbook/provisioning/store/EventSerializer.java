package io.rollbook.provisioning.store;

import static java.util.Objects.requireNonNull;

import io.rollbook.provisioning.store.catalog.EventCatalog;
import io.rollbook.provisioning.store.catalog.StoredType;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.util.Map;

/**
 * Axon's way to the {@link EventCatalog}: bytes of JSON under a logical name and a revision.
 * Metadata is an object of strings.
 */
final class EventSerializer implements Serializer {

    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    private final EventCatalog catalog;
    private final JsonMapper metaData = JsonMapper.shared();
    private final Converter converter = new ChainingConverter();

    EventSerializer(EventCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        var content = requireNonNull(object);
        requireBytes(representation);
        var bytes =
                content instanceof MetaData
                        ? metaData.writeValueAsBytes(content)
                        : catalog.write(content);
        return new SimpleSerializedObject<>(
                representation.cast(bytes), representation, typeForClass(content.getClass()));
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return representation == byte[].class;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Axon's signature
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        var bytes = (byte[]) serialized.getData();
        var type = serialized.getType();
        return (T)
                (type.getName().equals(MetaData.class.getName())
                        ? MetaData.from(metaData.readValue(bytes, STRINGS))
                        : catalog.read(type.getName(), revisionOf(type), bytes));
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's signature
    public Class classForType(SerializedType type) {
        if (type.getName().equals(MetaData.class.getName())) {
            return MetaData.class;
        }
        return catalog.types().stream()
                .filter(stored -> stored.name().equals(type.getName()))
                .<Class>map(StoredType::type)
                .findFirst()
                .orElse(UnknownSerializedType.class);
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's signature
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == MetaData.class) {
            return new SimpleSerializedType(MetaData.class.getName(), null);
        }
        var stored = catalog.typeOf(requireNonNull(type));
        return new SimpleSerializedType(stored.name(), Integer.toString(stored.revision()));
    }

    @Override
    public Converter getConverter() {
        return converter;
    }

    static int revisionOf(SerializedType type) {
        return Integer.parseInt(type.getRevision());
    }

    private static void requireBytes(Class<?> representation) {
        if (representation != byte[].class) {
            throw new IllegalArgumentException("The store holds bytes, not " + representation);
        }
    }
}
