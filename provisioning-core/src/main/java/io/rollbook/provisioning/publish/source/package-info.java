/**
 * Where published events come from: the rows of all tenants in the store's order, and how far they
 * have been published under which numbers. May write nothing but position and numbers.
 */
@NullMarked
package io.rollbook.provisioning.publish.source;

import org.jspecify.annotations.NullMarked;
