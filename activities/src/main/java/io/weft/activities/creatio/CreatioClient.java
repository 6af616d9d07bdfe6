package io.weft.activities.creatio;

import io.weft.activities.http.Metadata;
import io.weft.activities.http.Page;
import io.weft.activities.http.Row;
import io.weft.activities.value.Columns;
import io.weft.workflows.record.LegalEntity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Any set of a Creatio site. Every method may throw a {@link
 * io.weft.activities.failure.RemoteException}; none retries by itself, but for one renewal of an
 * expired sign-in. Bodies are wire values as {@link CreatioValues} makes them, never null, look-ups
 * as {@code XxxId}. Thread-safe.
 *
 * <p>Source: Creatio Academy, "OData 4" reference and examples.
 */
public interface CreatioClient {
  /**
   * One record by its id; empty if there is none (or it is hidden from our user). {@code Id},
   * {@code ModifiedOn} and {@code ModifiedById} always come along. Safe to repeat.
   */
  Optional<Row> get(String set, String id, Columns columns, List<Expand> expand);

  /** The same without related rows. */
  default Optional<Row> get(String set, String id, Columns columns) {
    return get(set, id, columns, List.of());
  }

  /**
   * One page; ask on with {@link CreatioQuery#after} and {@link Page#next}. {@code Id} always comes
   * along, and {@code ModifiedOn} and {@code ModifiedById} where pages are ordered by it. Safe to
   * repeat.
   */
  Page query(String set, CreatioQuery query);

  /**
   * One page of each of several queries, in as few requests as may be, in their order. Throws what
   * the first that fails would have thrown alone. Safe to repeat.
   *
   * @throws IllegalArgumentException if there are more than 100
   */
  default List<Page> queryAll(String set, List<CreatioQuery> queries) {
    return queries.stream().map(query -> query(set, query)).toList();
  }

  /**
   * Creates a record under an id of ours and returns Creatio's echo, whose times may be more exact
   * than a later read. Unknown columns are dropped by Creatio in silence. After {@code Unavailable}
   * the record may be there: look before sending again.
   *
   * @throws io.weft.activities.failure.RemoteException.Conflict EXISTS if the id is taken
   */
  Row create(String set, String id, Map<String, Object> body);

  /**
   * Changes the given columns; the last writer wins. Read again to see what became of it.
   *
   * @throws io.weft.activities.failure.RemoteException.Conflict GONE if there is no such record
   */
  void patch(String set, String id, Map<String, Object> body);

  /**
   * Changes the given columns only where the seen ones still hold, both in wire form (DataService
   * UpdateQuery). Inside Creatio a window of milliseconds remains.
   *
   * @throws io.weft.activities.failure.RemoteException.Conflict MOVED if no row matched
   */
  void patchIfUnchanged(String set, String id, Map<String, Object> seen, Map<String, Object> body);

  /**
   * Deletes a record.
   *
   * @throws io.weft.activities.failure.RemoteException.Conflict GONE if there is no such record
   */
  void delete(String set, String id);

  /**
   * Does several writes in one request, each for itself: one that fails stops no other. Returns
   * what became of each, in their order; a write without an answer is {@code Unavailable} and may
   * have been done. What is thrown concerns the request as a whole: after {@code Unavailable} that
   * was sent, and after {@code Malformed}, any of the writes may be done. The same writes may be
   * sent again; what was done before then answers EXISTS to a create and GONE to a delete.
   *
   * @throws IllegalArgumentException if there are more than 100
   */
  List<WriteResult> batch(List<Write> writes);

  /**
   * How many writes a {@link #batch} had best hold, for its answer to come in a second or two as
   * the system answers at present; at most 100. Sends nothing.
   */
  default int writesAtOnce() {
    return 100;
  }

  /** The sets and columns of the site, at most a day old. */
  Metadata metadata();

  /** Returns if the site answers; throws what is wrong otherwise. */
  void ping();

  /** The same client for work on a legal entity, which takes its turn among the others. */
  default CreatioClient on(LegalEntity legalEntity) {
    return this; // where nobody waits there are no turns
  }
}
