/** The four services as processes of their own on one PostgreSQL and one Kafka. */
@NullMarked
package io.rollbook.standalone.distributed;

import org.jspecify.annotations.NullMarked;
