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
    List<List<T>> pieces = new ArrayList<>();
    for (int from = 0; from < all.size(); from += LONG) {
      pieces.add(all.subList(from, Math.min(from + LONG, all.size())));
    }
    return pieces;
  }
}
