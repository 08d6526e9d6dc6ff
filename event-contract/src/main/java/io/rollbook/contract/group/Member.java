package io.rollbook.contract.group;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A member of a group.
 *
 * @param value the id of a user or group of the same tenant
 * @param type {@code User} or {@code Group}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Member(String value, String type) {}
