/**
 * What other companies compile against: the published events, their names and revisions, the topics
 * and the CloudEvents attributes they travel with. May not know how events are stored or sent, and
 * may only grow: a published revision never changes.
 */
@NullMarked
package io.rollbook.contract;

import org.jspecify.annotations.NullMarked;
