/**
 * The log as Microsoft Graph's {@code provisioningObjectSummary}: its properties as filters and as
 * JSON, its pages and its errors. Entries come from {@code read}; nothing is stored here.
 */
@NullMarked
package io.rollbook.audit.graph;

import org.jspecify.annotations.NullMarked;
