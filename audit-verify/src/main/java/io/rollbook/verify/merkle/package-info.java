/**
 * Merkle trees as Certificate Transparency has them (RFC 6962 §2.1): roots, proofs that a leaf is
 * in a tree, and proofs that a tree only grew. May not know where the hashes are kept.
 */
@NullMarked
package io.rollbook.verify.merkle;

import org.jspecify.annotations.NullMarked;
