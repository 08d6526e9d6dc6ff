/**
 * What happens to tenants, their connections and tokens. May hold nothing but facts that were
 * committed.
 */
@NullMarked
package io.rollbook.contract.tenant;

import org.jspecify.annotations.NullMarked;
