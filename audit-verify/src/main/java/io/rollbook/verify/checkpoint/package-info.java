/**
 * What is signed about a log: checkpoints, purges and manifests. May not know where they are kept.
 */
@NullMarked
package io.rollbook.verify.checkpoint;

import org.jspecify.annotations.NullMarked;
