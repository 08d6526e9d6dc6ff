/** Tokens as operators and gateways see them. */
@NullMarked
package io.rollbook.provisioning.administration.token;

import org.jspecify.annotations.NullMarked;
