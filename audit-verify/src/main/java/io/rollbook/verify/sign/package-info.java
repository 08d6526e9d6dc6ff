/**
 * Ed25519 signatures (RFC 8032) over canonical JSON, and the keys that make and check them. May not
 * know what is signed.
 */
@NullMarked
package io.rollbook.verify.sign;

import org.jspecify.annotations.NullMarked;
