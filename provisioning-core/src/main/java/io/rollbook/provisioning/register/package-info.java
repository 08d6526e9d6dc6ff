/**
 * What the write side has to look up before it decides: which names are taken, which resources
 * there are, who is in which group, who owns a token. Derived from the events and changed in the
 * transaction that appends them; may be called inside of a transaction that names its tenant only.
 */
@NullMarked
package io.rollbook.provisioning.register;

import org.jspecify.annotations.NullMarked;
