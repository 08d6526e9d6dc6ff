/**
 * Carries out bulk requests (RFC 7644 §3.7): each operation as a write of its own, with a
 * transaction and an entry in the log of its own. May not know what a write does.
 */
@NullMarked
package io.rollbook.provisioning.endpoint.bulk;

import org.jspecify.annotations.NullMarked;
