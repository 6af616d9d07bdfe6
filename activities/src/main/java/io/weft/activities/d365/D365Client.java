package io.weft.activities.d365;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.Metadata;
import io.weft.activities.http.Page;
import io.weft.activities.http.Row;
import io.weft.activities.value.Columns;
import io.weft.workflows.record.LegalEntity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Any public data entity of an F&amp;O environment, in every company ({@code cross-company=true}
 * always). Every method may throw a {@link io.weft.activities.failure.RemoteException}; none
 * retries by itself, but for one renewal of an expired token. Bodies are wire values as {@link
 * D365Values} makes them: only fields that we own, never null. Thread-safe.
 *
 * <p>Source: Microsoft Learn, "Open Data Protocol (OData)" for finance and operations apps.
 */
public interface D365Client {
  /** One row with its {@link Row#etag}; empty if there is none. Safe to repeat. */
  Optional<Row> read(EntityKey key, Columns columns);

  /** One page; ask on with {@link #next} where it names one. Safe to repeat. */
  Page query(String set, D365Query query);

  /**
   * One page of each of several queries, in as few requests as may be, in their order. Throws what
   * the first that fails would have thrown alone. Safe to repeat.
   *
   * @throws IllegalArgumentException if there are more than 100
   */
  default List<Page> queryAll(String set, List<D365Query> queries) {
    return queries.stream().map(query -> query(set, query)).toList();
  }

  /**
   * The page after one that named it, followed exactly.
   *
   * @throws io.weft.activities.failure.RemoteException.Malformed if the link leads elsewhere
   */
  Page next(String set, String link);

  /**
   * Creates a row and returns it with what the ERP added. After {@code Unavailable} it may be
   * there: look before sending again.
   *
   * @throws io.weft.activities.failure.RemoteException.Conflict EXISTS if the key is taken
   */
  Row create(String set, Map<String, Object> body);

  /**
   * Changes the given fields if the row is still as seen; a null etag writes over whatever is
   * there. A success may be without effect (change approval): read again.
   *
   * @throws io.weft.activities.failure.RemoteException.Conflict MOVED, GONE or BUSY
   */
  void update(EntityKey key, @Nullable String etag, Map<String, Object> body);

  /**
   * Deletes a row if it is still as seen; a null etag deletes whatever is there.
   *
   * @throws io.weft.activities.failure.RemoteException.Conflict MOVED, GONE or BUSY
   */
  void delete(EntityKey key, @Nullable String etag);

  /**
   * Does all writes or none, in one transaction; returns the created rows in order of the writes, a
   * row without columns for each other. What stops one is thrown as the single call would throw it,
   * its message naming the write ({@code write 2 of 3}) where the ERP says which; nothing is
   * written then. After {@code Unavailable} that was sent, and after {@code Malformed}, all may be
   * there: look before sending again. No write may refer to a row that another one makes by what
   * the ERP fills in.
   *
   * @throws IllegalArgumentException if there are more than 100
   */
  List<Row> changeset(List<Write> writes);

  /**
   * Does several writes in one request, each in a transaction of its own: one that fails stops no
   * other. Returns what stopped each, as the single call would have thrown it, in their order;
   * empty where it was done. A write without an answer is {@code Unavailable} and may have been
   * done. What is thrown concerns the request as a whole: after {@code Unavailable} that was sent,
   * and after {@code Malformed}, any of the writes may be done.
   *
   * @throws IllegalArgumentException if there are more than 100
   */
  List<Optional<RemoteException>> batch(List<Write> writes);

  /**
   * How many writes a {@link #batch} had best hold, for its answer to come in a second or two as
   * the system answers at present; at most 100. Sends nothing.
   */
  default int writesAtOnce() {
    return 100;
  }

  /** The sets and columns of the environment, at most a day old. */
  Metadata metadata();

  /** Returns if the environment answers us; throws what is wrong otherwise. */
  void ping();

  /** The same client for work on a legal entity, which takes its turn among the others. */
  default D365Client on(LegalEntity legalEntity) {
    return this; // where nobody waits there are no turns
  }
}
