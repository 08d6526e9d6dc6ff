/**
 * What can happen to a tenant, as the event store keeps it. May hold facts only: who asked and when
 * stands in the metadata ({@link io.rollbook.provisioning.origin.Origin}).
 */
@NullMarked
package io.rollbook.provisioning.tenant.event;

import org.jspecify.annotations.NullMarked;
