/**
 * What a client expects to find before it is served: the entity tags of {@code If-Match} and {@code
 * If-None-Match} (RFC 7644 §3.14, RFC 9110 §13.1) against the version of one resource. May not know
 * how a version comes about.
 */
@NullMarked
package io.rollbook.scim.precondition;

import org.jspecify.annotations.NullMarked;
