package io.rollbook.contract;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

/**
 * One attribute before and after. A multi-valued attribute changes as a whole.
 *
 * @param path in the notation of RFC 7644 §3.10: {@code title}, {@code name.familyName}, {@code
 *     emails}, {@code urn:…:User:department}
 * @param oldValue null when it had none
 * @param newValue null when it has none any more
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AttributeChange(
        String path,
        @JsonProperty("old") @Nullable Object oldValue,
        @JsonProperty("new") @Nullable Object newValue) {}
