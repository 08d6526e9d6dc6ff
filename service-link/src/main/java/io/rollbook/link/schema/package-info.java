/**
 * Whether a service's tables are in this version's form already. Reads what the migrations left
 * behind; it migrates nothing and knows no table of a service.
 */
@NullMarked
package io.rollbook.link.schema;

import org.jspecify.annotations.NullMarked;
