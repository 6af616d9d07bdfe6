/** What is kept in step: sync objects, records, pairs of records. */
@NullMarked
package io.weft.workflows.record;

import org.jspecify.annotations.NullMarked;
