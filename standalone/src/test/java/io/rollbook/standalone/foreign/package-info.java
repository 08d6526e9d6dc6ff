/** SCIM clients that others wrote, as they are, against the running server. */
@NullMarked
package io.rollbook.standalone.foreign;

import org.jspecify.annotations.NullMarked;
