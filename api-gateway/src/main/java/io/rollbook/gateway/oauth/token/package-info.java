/**
 * Access tokens: signed JWTs (RFC 9068) that a gateway verifies by itself, and whose credential it
 * asks after every few seconds. May not look at requests.
 */
@NullMarked
package io.rollbook.gateway.oauth.token;

import org.jspecify.annotations.NullMarked;
