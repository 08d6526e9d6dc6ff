/**
 * The hash chain: each document names the hash of the one before it. May not know what the
 * documents say.
 */
@NullMarked
package io.rollbook.verify.chain;

import org.jspecify.annotations.NullMarked;
