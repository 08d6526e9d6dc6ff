package io.rollbook.contract;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

/**
 * When a write request came to its steps, in microseconds after it was received, in this order;
 * absent is a step that it did not come to. By the clocks of the machines that carried it out, so
 * that a time can be a little off, even before the request.
 *
 * @param admitted it was authenticated and read
 * @param begun its tenant's turn came
 * @param loaded what it is about was found
 * @param decided it was decided what is to happen
 * @param resolved the members that it names were found
 * @param registered names were entered into the registers
 * @param stored its events were written; the commit followed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepTimes(
        @Nullable Long admitted,
        @Nullable Long begun,
        @Nullable Long loaded,
        @Nullable Long decided,
        @Nullable Long resolved,
        @Nullable Long registered,
        @Nullable Long stored) {}
