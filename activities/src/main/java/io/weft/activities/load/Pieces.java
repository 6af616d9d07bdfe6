package io.weft.activities.load;

import java.util.ArrayList;
import java.util.List;

/** Pairs in pieces of which each is done in about a second: several are in hand at a time. */
final class Pieces {
  /** As many as go to a remote system in one request. */
  static final int LONG = 50;

  private Pieces() {}

  /** All of them, in their order. */
  static <T> List<List<T>> of(List<T> all) {
    return of(all, LONG);
  }

  /** All of them, in their order, so many in a piece. */
  static <T> List<List<T>> of(List<T> all, int length) {
    List<List<T>> pieces = new ArrayList<>();
    for (int from = 0; from < all.size(); from += length) {
      pieces.add(all.subList(from, Math.min(from + length, all.size())));
    }
    return pieces;
  }
}
