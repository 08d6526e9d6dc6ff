/**
 * Holds the published events to their golden files, schemas and documents. A golden file is never
 * edited: a changed payload is a new revision with a file of its own.
 */
@NullMarked
package io.rollbook.contract;

import org.jspecify.annotations.NullMarked;
