/**
 * What the gateway tells the write side of requests that it refused so often that it counted them.
 * Holds no credential and nothing of a request's content.
 */
@NullMarked
package io.rollbook.scim.seam.report;

import org.jspecify.annotations.NullMarked;
