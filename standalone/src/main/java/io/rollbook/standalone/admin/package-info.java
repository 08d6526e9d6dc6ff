/**
 * The administration API as its client sees it: tenants, their connections, tokens and schemas,
 * rebuilds. May not know how the server does it.
 */
@NullMarked
package io.rollbook.standalone.admin;

import org.jspecify.annotations.NullMarked;
