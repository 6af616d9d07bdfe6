package io.weft.sandbox.d365.data;

import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.d365.schema.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an address below {@code /data/} points at.
 *
 * @param key what stands in brackets, null if there are none
 * @param counted whether only the number of rows is wanted
 */
record Resource(EntitySet set, @Nullable String key, boolean counted) {

  /** Returns the resource of a decoded path, nothing if no such set exists. */
  static Optional<Resource> of(Schema schema, String path) {
    int open = path.indexOf('(');
    if (open > 0 && path.endsWith(")")) {
      String key = path.substring(open + 1, path.length() - 1);
      return schema.find(path.substring(0, open)).map(set -> new Resource(set, key, false));
    }
    boolean counted = path.endsWith("/$count");
    String name = counted ? path.substring(0, path.length() - "/$count".length()) : path;
    return schema.find(name).map(set -> new Resource(set, null, counted));
  }

  /** Returns the name of the set in a path, for faults and counters. */
  static String setName(String path) {
    return path.split("[(/]", 2)[0];
  }
}
