/**
 * What operations do to the value of one attribute (the table of RFC 7644 §3.5.2.1 to §3.5.2.3), as
 * functions from value to value. May not know of JSON or of paths.
 */
@NullMarked
package io.rollbook.scim.patch.edit;

import org.jspecify.annotations.NullMarked;
