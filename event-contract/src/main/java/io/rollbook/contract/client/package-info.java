/** OAuth clients of a tenant's connections. Never more of a secret than its last characters. */
@NullMarked
package io.rollbook.contract.client;

import org.jspecify.annotations.NullMarked;
