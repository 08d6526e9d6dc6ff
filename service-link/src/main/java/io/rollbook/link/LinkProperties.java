package io.rollbook.link;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.nio.file.Path;

/**
 * The settings of the link. The shared key comes from exactly one of the two places.
 *
 * @param keyFile a file with the key's base64 text, the usual way
 * @param key the base64 text itself, for where only environment variables can be given
 * @param maxMessage the largest message that a service reads; more than the gateway's largest body
 */
@ConfigurationProperties(prefix = LinkProperties.PREFIX, ignoreUnknownFields = false)
public record LinkProperties(
        @Nullable Path keyFile, @Nullable String key, @DefaultValue("16MB") DataSize maxMessage) {

    public static final String PREFIX = "rollbook.link";

    private static final DataSize LARGEST_MESSAGE = DataSize.ofGigabytes(1);

    public LinkProperties {
        if ((keyFile == null) == (key == null)) {
            throw new IllegalArgumentException(
                    "Set exactly one of rollbook.link.key-file and rollbook.link.key:"
                            + " all services of an installation share that key");
        }
        if (maxMessage.toBytes() < 1 || maxMessage.compareTo(LARGEST_MESSAGE) > 0) {
            throw new IllegalArgumentException(
                    "rollbook.link.max-message must be between 1B and 1GB, not " + maxMessage);
        }
    }

    /** Reads the key; throws {@link IllegalArgumentException} when it is missing or too short. */
    public LinkKey load() {
        return keyFile != null ? LinkKey.ofFile(keyFile) : LinkKey.ofText(key == null ? "" : key);
    }

    @Override
    public String toString() {
        return "LinkProperties[keyFile=" + keyFile + ", maxMessage=" + maxMessage + "]";
    }
}
