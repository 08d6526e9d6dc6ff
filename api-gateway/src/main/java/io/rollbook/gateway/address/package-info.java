/**
 * Under which URL the client sees this server. May believe forwarded headers only from proxies that
 * the operator named.
 */
@NullMarked
package io.rollbook.gateway.address;

import org.jspecify.annotations.NullMarked;
