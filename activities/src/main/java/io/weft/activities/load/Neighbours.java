package io.weft.activities.load;

import io.weft.activities.load.Faces.Face;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Records of one side that share a hash with records of a portion of a page: all that is worth
 * comparing.
 */
final class Neighbours {
  private final Neighbourhood around;
  private final Map<Long, Face> others;

  /** Those of a portion, by their places in the scan. */
  Neighbours(Neighbourhood around, Map<Long, Face> others) {
    this.around = around;
    this.others = others;
  }

  /** Those of one record of the portion, in the order of the scan. */
  List<Face> of(Face face) {
    List<Face> found = new ArrayList<>();
    for (Long sequence : around.near(face)) {
      Face other = others.get(sequence);
      if (other != null) {
        found.add(other);
      }
    }
    return found;
  }

  /** All neighbours of all records of the portion. */
  Iterable<Face> all() {
    return others.values();
  }
}
