/**
 * Who calls: bearer tokens of tenants and the operators' secret. May not tell anybody why a
 * credential was not accepted.
 */
@NullMarked
package io.rollbook.gateway.caller;

import org.jspecify.annotations.NullMarked;
