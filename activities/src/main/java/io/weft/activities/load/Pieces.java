package io.weft.activities.load;

import io.weft.activities.object.Records;
import io.weft.activities.object.SyncObject;
import io.weft.workflows.record.Both;
import java.util.ArrayList;
import java.util.List;

/**
 * Pairs in pieces of which each is done in a few seconds: several are in hand at a time, and a load
 * that is told to stop finishes them.
 */
final class Pieces {
  /** As many as are gone through together. */
  static final int LONG = 50;

  /** With fewer, what is done for a piece as a whole would count. */
  static final int SHORT = 8;

  private Pieces() {}

  /** How many pairs make a piece, as the slower of the two systems answers at present. */
  static int length(SyncObject object) {
    Both<Records> records = object.records();
    int most = Math.min(records.creatio().writtenAtOnce(), records.d365().writtenAtOnce());
    return Math.max(SHORT, Math.min(LONG, most));
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
