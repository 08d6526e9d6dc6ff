/** Schemas that tenants add, from their registration to the last value, through the front door. */
@NullMarked
package io.rollbook.standalone.schema;

import org.jspecify.annotations.NullMarked;
