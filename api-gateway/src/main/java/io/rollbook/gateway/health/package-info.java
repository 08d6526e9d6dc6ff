/**
 * Whether the system can serve, for load balancers and operators. May not tell anybody else what is
 * missing.
 */
@NullMarked
package io.rollbook.gateway.health;

import org.jspecify.annotations.NullMarked;
