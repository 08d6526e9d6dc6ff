package io.rollbook.audit;

import io.rollbook.verify.sign.SigningKey;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What proves that the log is unaltered.
 *
 * @param keyFile a file with the signing key, 32 random bytes in base64; or else {@code key}
 * @param previousKeyFile the key that was in use before, while it changes; or else {@code
 *     previousKey}
 * @param checkpointFolder the second place where checkpoints are kept
 * @param checkpointEvery how much of a log may be unsigned
 */
public record IntegrityProperties(
        @Nullable Path keyFile,
        @Nullable String key,
        @Nullable Path previousKeyFile,
        @Nullable String previousKey,
        Path checkpointFolder,
        @DefaultValue("1m") Duration checkpointEvery) {

    private static final String KEY = "rollbook.audit.integrity.key";
    private static final String PREVIOUS_KEY = "rollbook.audit.integrity.previous-key";

    public IntegrityProperties {
        SecretText.requireOne(KEY, keyFile, key);
        if (checkpointFolder == null || checkpointFolder.toString().isBlank()) {
            throw new IllegalArgumentException(
                    "rollbook.audit.integrity.checkpoint-folder must be set: a folder that the"
                            + " database's operators cannot change.");
        }
        if (checkpointEvery == null || !checkpointEvery.isPositive()) {
            throw new IllegalArgumentException(
                    "rollbook.audit.integrity.checkpoint-every must be longer than nothing, such"
                            + " as 1m.");
        }
    }

    /** The key that signs. */
    public SigningKey signingKey() {
        return parsed(KEY, SecretText.of(KEY, keyFile, key));
    }

    /** Null when there is none at hand. */
    public @Nullable SigningKey previousSigningKey() {
        return previousKeyFile == null && previousKey == null
                ? null
                : parsed(PREVIOUS_KEY, SecretText.of(PREVIOUS_KEY, previousKeyFile, previousKey));
    }

    private static SigningKey parsed(String setting, String text) {
        try {
            return SigningKey.ofText(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + " must be 32 random bytes in base64.");
        }
    }

    @Override
    public String toString() {
        return "checkpoints to " + checkpointFolder;
    }
}
