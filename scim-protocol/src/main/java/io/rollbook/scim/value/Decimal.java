package io.rollbook.scim.value;

import java.math.BigDecimal;

/** A decimal value with the digits that were sent: {@code 1.0} and {@code 1.00} differ. */
public record Decimal(BigDecimal value) implements Value {}
