/** What happens to groups and their membership. May hold nothing but facts that were committed. */
@NullMarked
package io.rollbook.contract.group;

import org.jspecify.annotations.NullMarked;
