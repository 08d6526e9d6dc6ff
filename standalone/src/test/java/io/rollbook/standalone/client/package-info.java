/** A SCIM client for the tests: plain HTTP, no retries, nothing of the server's code. */
@NullMarked
package io.rollbook.standalone.client;

import org.jspecify.annotations.NullMarked;
