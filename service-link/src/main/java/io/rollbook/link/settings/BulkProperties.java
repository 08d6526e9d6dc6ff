package io.rollbook.link.settings;

import io.rollbook.scim.bulk.message.BulkLimits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of bulk requests. Three services have to agree on them: the gateway and the write side
 * keep them, the read side publishes them. So they are one setting, to be given to all of them.
 */
@ConfigurationProperties(prefix = BulkProperties.PREFIX, ignoreUnknownFields = false)
public record BulkProperties(
        @DefaultValue("1000") int maxOperations, @DefaultValue("1MB") DataSize maxPayloadSize) {

    public static final String PREFIX = "rollbook.bulk";

    private static final int MOST_OPERATIONS = 10_000;
    private static final DataSize LARGEST_PAYLOAD = DataSize.ofMegabytes(64);

    public BulkProperties {
        if (maxOperations < 1 || maxOperations > MOST_OPERATIONS) {
            throw new IllegalArgumentException(
                    "rollbook.bulk.max-operations must be between 1 and "
                            + MOST_OPERATIONS
                            + ", not "
                            + maxOperations);
        }
        if (maxPayloadSize.toBytes() < 1 || maxPayloadSize.compareTo(LARGEST_PAYLOAD) > 0) {
            throw new IllegalArgumentException(
                    "rollbook.bulk.max-payload-size must be between 1B and 64MB, not "
                            + maxPayloadSize);
        }
    }

    public BulkLimits limits() {
        return new BulkLimits(maxOperations, Math.toIntExact(maxPayloadSize.toBytes()));
    }
}
