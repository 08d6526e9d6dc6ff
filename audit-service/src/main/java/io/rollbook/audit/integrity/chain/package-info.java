/**
 * The hash chain and the Merkle tree of each tenant and stream, as they are stored. May only
 * append; may not know what the documents say.
 */
@NullMarked
package io.rollbook.audit.integrity.chain;

import org.jspecify.annotations.NullMarked;
