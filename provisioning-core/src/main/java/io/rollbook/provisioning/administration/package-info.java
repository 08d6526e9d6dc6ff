/**
 * The operator's door: tenants, connections and tokens as JSON over the seam, errors as RFC 9457.
 * May touch no tenant's directory.
 */
@NullMarked
package io.rollbook.provisioning.administration;

import org.jspecify.annotations.NullMarked;
