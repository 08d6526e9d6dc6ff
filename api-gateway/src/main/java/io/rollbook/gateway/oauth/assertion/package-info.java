/**
 * What issuers sign for clients (RFC 7523): verified with keys that are fetched from addresses
 * which administrators gave, so from nowhere inside. May not say to a client why it was not
 * believed.
 */
@NullMarked
package io.rollbook.gateway.oauth.assertion;

import org.jspecify.annotations.NullMarked;
