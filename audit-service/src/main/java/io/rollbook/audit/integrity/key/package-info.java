/**
 * The key that signs, which is never in the database, and the public keys, which are. May not know
 * what is signed.
 */
@NullMarked
package io.rollbook.audit.integrity.key;

import org.jspecify.annotations.NullMarked;
