package io.weft.activities.object;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.RecordRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What many requests that leave as one have in common. */
public final class InOne {
  /** Conditions in one query: web servers refuse addresses of more than two thousand characters. */
  private static final int MOST_CONDITIONS = 20;

  /** Queries in one request, whose answer is to stay well below what is read of an answer. */
  private static final int MOST_QUERIES = 5;

  private InOne() {}

  /**
   * Asks in portions that an address has room for. One that got no answer is asked once more: it
   * changes nothing, and all the others wait for it.
   */
  public static <T, R> List<R> portions(List<T> all, Function<List<T>, List<R>> ask) {
    List<R> found = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MOST_CONDITIONS) {
      found.addAll(asked(all.subList(from, Math.min(from + MOST_CONDITIONS, all.size())), ask));
    }
    return found;
  }

  /** The same where several such portions go in one request. */
  public static <T, R> List<R> together(List<T> all, Function<List<List<T>>, List<R>> ask) {
    List<List<T>> portions = portions(all, List::of);
    List<R> found = new ArrayList<>();
    for (int from = 0; from < portions.size(); from += MOST_QUERIES) {
      int to = Math.min(from + MOST_QUERIES, portions.size());
      found.addAll(asked(portions.subList(from, to), ask));
    }
    return found;
  }

  private static <T, R> List<R> asked(List<T> some, Function<List<T>, List<R>> ask) {
    try {
      return ask.apply(some);
    } catch (RemoteException.Unavailable e) {
      if (!e.sent()) {
        throw e; // the time is over, or the system is known to be away
      }
      return ask.apply(some);
    }
  }

  /**
   * Reads records by or-chains over their keys; those that no condition can name are read alone.
   *
   * @param isPlain whether a condition can name it
   * @param form what makes two keys of that system one
   * @param query reads the plain ones by portions, in any order
   * @return in the order asked for
   */
  public static List<Optional<Snapshot>> read(
      Records records,
      List<RecordRef> wanted,
      Predicate<RecordRef> isPlain,
      Function<RecordRef, String> form,
      Function<List<List<RecordRef>>, List<Snapshot>> query) {
    Map<String, Snapshot> found = new LinkedHashMap<>();
    together(wanted.stream().filter(isPlain).toList(), query)
        .forEach(row -> found.put(form.apply(row.record()), row));
    return wanted.stream()
        .map(r -> isPlain.test(r) ? Optional.ofNullable(found.get(form.apply(r))) : records.read(r))
        .toList();
  }

  /**
   * Sends writes as one request. What stops the request as a whole stops each of them; a refusal of
   * the whole is no verdict about any of them, so that each has to be looked for.
   */
  public static List<Optional<RemoteException>> sent(
      int writes, Supplier<List<Optional<RemoteException>>> request) {
    try {
      return request.get();
    } catch (RemoteException e) {
      return Collections.nCopies(writes, Optional.of(ofTheWhole(e)));
    }
  }

  private static RemoteException ofTheWhole(RemoteException e) {
    boolean verdict =
        e instanceof RemoteException.Rejected || e instanceof RemoteException.Conflict;
    return verdict
        ? new RemoteException.Unavailable(
            e.system(), e.call(), String.valueOf(e.getMessage()), true, e.retryAfter(), e)
        : e;
  }
}
