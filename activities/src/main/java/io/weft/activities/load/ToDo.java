package io.weft.activities.load;

import io.weft.activities.store.LoadPair;
import io.weft.activities.store.LoadPair.State;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The pairs of a load that are to be done, piece by piece in the order of their numbers, each given
 * once; more are fetched when none are left. Thread-safe.
 */
final class ToDo {
  private final Subject subject;
  private final Tools tools;
  private final Deque<List<LoadPair>> fetched = new ArrayDeque<>();
  private long after;

  ToDo(Subject subject, Tools tools) {
    this.subject = subject;
    this.tools = tools;
  }

  /** The next piece; empty where all have been given. */
  synchronized Optional<List<LoadPair>> next() {
    if (fetched.isEmpty()) {
      fetched.addAll(Pieces.of(fetch(after, tools.batch())));
    }
    Optional<List<LoadPair>> piece = Optional.ofNullable(fetched.poll());
    piece.ifPresent(some -> after = some.get(some.size() - 1).sequence());
    return piece;
  }

  /** Whether nothing is to be done, whatever was given. */
  boolean isNothingLeft() {
    return fetch(0, 1).isEmpty();
  }

  private List<LoadPair> fetch(long beyond, int limit) {
    return tools.stores().pairs().list(subject.load(), State.TODO, beyond, limit);
  }
}
