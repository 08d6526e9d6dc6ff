/** Who was in which group, in a group with a long history. */
@NullMarked
package io.rollbook.audit.history.membership;

import org.jspecify.annotations.NullMarked;
