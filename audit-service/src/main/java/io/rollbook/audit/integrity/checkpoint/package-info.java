/**
 * Signed checkpoints of each tenant's log: when they are made, where they are kept, and the copy in
 * a second place. May not change a chain.
 */
@NullMarked
package io.rollbook.audit.integrity.checkpoint;

import org.jspecify.annotations.NullMarked;
