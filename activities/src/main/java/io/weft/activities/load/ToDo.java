package io.weft.activities.load;

import io.weft.activities.store.LoadPair;
import io.weft.activities.store.LoadPair.State;
import io.weft.activities.store.LoadPairStore;
import io.weft.activities.store.LoadPairStore.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The pairs of a load that are to be done, piece by piece, each given once. They are given from
 * both ends by turns: what is to be made in Creatio comes first in their order, what is to be made
 * in D365 last, and done one after the other would have one system wait while the other is busy.
 * Thread-safe.
 */
final class ToDo {
  private final Source source;
  private final int batch;
  private final Deque<List<LoadPair>> first = new ArrayDeque<>();
  private final Deque<List<LoadPair>> last = new ArrayDeque<>();
  private Span rest = Span.ALL;
  private boolean fromLast;

  /** Pairs that are to be done, as {@link LoadPairStore#list} gives them. */
  @FunctionalInterface
  interface Source {
    List<LoadPair> list(Span span, boolean fromLast, int limit);
  }

  /** All pairs of a source, so many fetched at a time. */
  ToDo(Source source, int batch) {
    this.source = source;
    this.batch = batch;
  }

  /** Those of a load. */
  static ToDo of(Subject subject, Tools tools) {
    LoadPairStore pairs = tools.stores().pairs();
    return new ToDo(
        (span, fromLast, limit) -> pairs.list(subject.load(), State.TODO, span, fromLast, limit),
        tools.batch());
  }

  /** The next piece; empty where all have been given. */
  synchronized Optional<List<LoadPair>> next() {
    Optional<List<LoadPair>> piece = next(fromLast);
    fromLast = !fromLast;
    return piece.or(() -> next(fromLast));
  }

  private Optional<List<LoadPair>> next(boolean end) {
    Deque<List<LoadPair>> fetched = end ? last : first;
    if (fetched.isEmpty()) {
      fetched.addAll(Pieces.of(fetch(end)));
    }
    return Optional.ofNullable(fetched.poll());
  }

  private List<LoadPair> fetch(boolean end) {
    List<LoadPair> some = source.list(rest, end, batch);
    if (!some.isEmpty()) {
      long to = some.get(some.size() - 1).sequence();
      rest = end ? new Span(rest.above(), to) : new Span(to, rest.below());
    }
    return some;
  }

  /** Whether nothing is to be done, whatever was given. */
  boolean isNothingLeft() {
    return source.list(Span.ALL, false, 1).isEmpty();
  }
}
