/**
 * The numbers of this process, for the monitoring of operators. May not have a label that names a
 * tenant, a person or a credential, and may not be shown to anybody else.
 */
@NullMarked
package io.rollbook.gateway.metrics;

import org.jspecify.annotations.NullMarked;
