/**
 * The OAuth 2.0 endpoints: clients show a credential and get an access token (RFC 6749 §4.4). May
 * not tell anybody why a credential was not accepted.
 */
@NullMarked
package io.rollbook.gateway.oauth;

import org.jspecify.annotations.NullMarked;
