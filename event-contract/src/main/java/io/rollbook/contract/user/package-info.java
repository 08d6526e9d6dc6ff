/** What happens to users. May hold nothing but facts that were committed. */
@NullMarked
package io.rollbook.contract.user;

import org.jspecify.annotations.NullMarked;
