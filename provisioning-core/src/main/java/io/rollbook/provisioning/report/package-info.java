/**
 * What gateways tell of requests that they refused by the thousand, on its way into the event
 * store. May not believe that a report comes once only.
 */
@NullMarked
package io.rollbook.provisioning.report;

import org.jspecify.annotations.NullMarked;
