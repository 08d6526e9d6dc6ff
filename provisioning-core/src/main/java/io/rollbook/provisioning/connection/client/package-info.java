/**
 * What can be asked of the OAuth clients of a connection, one file for each. May never see the text
 * of a client's secret.
 */
@NullMarked
package io.rollbook.provisioning.connection.client;

import org.jspecify.annotations.NullMarked;
