/** How long a tenant's log is kept and who holds it, as operators say and see it. */
@NullMarked
package io.rollbook.provisioning.administration.retention;

import org.jspecify.annotations.NullMarked;
