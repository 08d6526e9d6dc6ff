/**
 * The path of one request through the services, for whoever looks where its time goes (W3C Trace
 * Context, OpenTelemetry). May not say more of a request than its kind, its id and what came of it.
 */
@NullMarked
package io.rollbook.link.trace;

import org.jspecify.annotations.NullMarked;
