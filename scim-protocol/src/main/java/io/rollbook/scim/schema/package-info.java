/**
 * What attributes there are and what may be done with them (RFC 7643 §2, §6, §7): read once from
 * the schema documents that {@code /Schemas} also serves, so that validation and discovery cannot
 * differ. May not know a single attribute by name.
 */
@NullMarked
package io.rollbook.scim.schema;

import org.jspecify.annotations.NullMarked;
