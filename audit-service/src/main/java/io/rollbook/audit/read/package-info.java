/**
 * Entries out of the tables, newest first: what is asked for as records, the statements, and what
 * they find. May only read, one tenant at a time, and never more than a page.
 */
@NullMarked
package io.rollbook.audit.read;

import org.jspecify.annotations.NullMarked;
