/**
 * The read side: what the published events say, kept in PostgreSQL in the shape in which it is
 * asked for, and the answers to SCIM reads from it. May not know the write side's store; everything
 * comes from the published events and can be made again from them.
 */
@NullMarked
package io.rollbook.projections;

import org.jspecify.annotations.NullMarked;
