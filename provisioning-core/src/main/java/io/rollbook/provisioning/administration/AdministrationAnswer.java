package io.rollbook.provisioning.administration;

import org.jspecify.annotations.Nullable;

/**
 * What an operator gets.
 *
 * @param body becomes JSON; null for none
 */
public record AdministrationAnswer(int status, @Nullable Object body) {}
