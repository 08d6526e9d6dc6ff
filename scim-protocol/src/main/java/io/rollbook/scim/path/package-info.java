/**
 * Names of attributes as clients write them, bound to the schema (RFC 7644 §3.10). May not look
 * into a resource beyond the one place that a name stands for.
 */
@NullMarked
package io.rollbook.scim.path;

import org.jspecify.annotations.NullMarked;
