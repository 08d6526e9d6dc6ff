package io.rollbook.provisioning.administration;

import io.rollbook.scim.seam.Written;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What an operator gets.
 *
 * @param body becomes JSON; null for none
 * @param written what reads and writes must know before this is told
 */
public record AdministrationAnswer(int status, @Nullable Object body, List<Written> written) {

    public AdministrationAnswer {
        written = List.copyOf(written);
    }

    public AdministrationAnswer(int status, @Nullable Object body) {
        this(status, body, List.of());
    }
}
