/**
 * Connections: one application of an identity provider each, with the tokens that it may use. May
 * never see a token's text.
 */
@NullMarked
package io.rollbook.provisioning.connection;

import org.jspecify.annotations.NullMarked;
