/**
 * The bytes of the seam's messages between processes: a JSON head and, where there is a body, the
 * body's bytes as they are. May not look into bodies.
 */
@NullMarked
package io.rollbook.link.wire;

import org.jspecify.annotations.NullMarked;
