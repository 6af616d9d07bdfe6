package io.weft.activities.load;

import io.weft.activities.store.LoadPair;
import io.weft.activities.store.LoadPair.State;
import io.weft.activities.store.LoadPairStore;
import io.weft.activities.store.LoadPairStore.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * The pairs of a load that are to be done, piece by piece, each given once. In their order those of
 * a kind stand together: what is sure, what is to be made in Creatio, what is to be made in D365.
 * Each kind keeps the two systems busy in its own proportion, and one kind after the other would
 * have one of them wait. So the work is gone through in several places at a time, by turns.
 * Thread-safe.
 */
final class ToDo {
  /** Enough for all kinds to be under way whatever their shares are. */
  private static final int PLACES = 6;

  /** So many pairs of a place are held ready. */
  private static final int READY = 2 * Pieces.LONG;

  private final Source source;
  private final IntSupplier length;
  private final int ready;
  private final Deque<Place> places = new ArrayDeque<>();

  /** Pairs that are to be done, as {@link LoadPairStore#list} gives them. */
  @FunctionalInterface
  interface Source {
    List<LoadPair> list(Span span, int limit);
  }

  /**
   * The pairs of these spans.
   *
   * @param length how many make a piece, asked for each
   * @param batch how many are fetched at a time
   */
  ToDo(Source source, List<Span> parts, IntSupplier length, int batch) {
    this.source = source;
    this.length = length;
    this.ready = Math.min(batch, READY);
    parts.forEach(part -> places.add(new Place(part)));
  }

  /** Those of a load. */
  static ToDo of(Subject subject, Tools tools) {
    LoadPairStore pairs = tools.stores().pairs();
    return new ToDo(
        (span, limit) -> pairs.list(subject.load(), State.TODO, span, limit),
        pairs.parts(subject.load(), State.TODO, PLACES),
        () -> Pieces.length(subject.object()),
        tools.batch());
  }

  /** The next piece; empty where all have been given. */
  synchronized Optional<List<LoadPair>> next() {
    while (!places.isEmpty()) {
      Place place = places.remove();
      Optional<List<LoadPair>> piece = place.next();
      if (piece.isPresent()) {
        places.add(place);
        return piece;
      }
    }
    return Optional.empty();
  }

  /** One place at which the work goes on. */
  private final class Place {
    private final Deque<LoadPair> fetched = new ArrayDeque<>();
    private Span rest;

    Place(Span all) {
      this.rest = all;
    }

    Optional<List<LoadPair>> next() {
      int most = length.getAsInt();
      if (fetched.size() < most) {
        fetched.addAll(fetch());
      }
      List<LoadPair> piece = new ArrayList<>();
      while (piece.size() < most && !fetched.isEmpty()) {
        piece.add(fetched.remove());
      }
      return Optional.of(piece).filter(some -> !some.isEmpty());
    }

    private List<LoadPair> fetch() {
      List<LoadPair> some = source.list(rest, ready);
      if (!some.isEmpty()) {
        rest = new Span(some.get(some.size() - 1).sequence(), rest.below());
      }
      return some;
    }
  }
}
