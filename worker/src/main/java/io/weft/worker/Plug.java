package io.weft.worker;

import io.weft.activities.object.SyncObjects;
import io.weft.activities.poll.FeedRows;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.SyncObjectName;
import java.util.Set;

/**
 * Everything that the worker has to be given of one sync object; all else it takes from the mapping
 * and the settings.
 *
 * @param objects how its records are read, planned and written in each legal entity
 * @param rows how its feeds read
 * @param elsewhere names in the mapping that are no columns of its sets, for the doctor: an
 *     account's e-mail is a row of its own, an order's confirmation is computed
 */
record Plug(SyncObjects objects, FeedRows rows, Both<Set<String>> elsewhere) {
  /** An object whose mapped names are all columns. */
  Plug(SyncObjects objects, FeedRows rows) {
    this(objects, rows, new Both<>(Set.of(), Set.of()));
  }

  SyncObjectName name() {
    return rows.object();
  }
}
