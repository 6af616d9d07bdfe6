package io.weft.activities.d365;

import io.weft.activities.http.Row;
import io.weft.activities.value.Columns;
import java.util.Optional;

/**
 * The change feed over virtual tables of the ERP. A feed cannot be narrowed to a legal entity.
 * Every method may throw a {@link io.weft.activities.failure.RemoteException}; all are safe to
 * repeat. Thread-safe.
 *
 * <p>Source: Microsoft Learn, "Use change tracking to synchronize data with external systems".
 */
public interface DataverseClient {
  /**
   * Begins a feed: all rows, no deletions. The last page names where to go on.
   *
   * @param table the entity set, for example {@code mserp_custcustomerv3entities}
   */
  Changes opening(String table, Columns columns);

  /**
   * Follows a {@link Changes#next} or {@link Changes#delta} link exactly.
   *
   * @throws FeedExpired if the link is too old or the model has changed
   */
  Changes since(String link) throws FeedExpired;

  /** One row by its GUID; empty if there is none. */
  Optional<Row> row(String table, String guid, Columns columns);
}
