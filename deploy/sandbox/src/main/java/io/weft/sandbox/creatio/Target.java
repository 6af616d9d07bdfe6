package io.weft.sandbox.creatio;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a path below the OData root points to.
 *
 * @param key the id without quotes, null for the whole set
 * @param rest segments after it: a column, {@code $value} or {@code $count}
 */
record Target(String set, @Nullable String key, List<String> rest) {
  private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-.{12}");
  private static final Pattern KEYED = Pattern.compile("([\\w$]+)\\(([^)]*)\\)");

  static Target of(String path) {
    String[] segments = path.replaceAll("^/+|/+$", "").split("/");
    Matcher keyed = KEYED.matcher(segments[0]);
    if (keyed.matches()) {
      return new Target(keyed.group(1), keyed.group(2), from(segments, 1));
    }
    boolean slashed = segments.length > 1 && ID.matcher(segments[1]).matches();
    return slashed
        ? new Target(segments[0], segments[1], from(segments, 2))
        : new Target(segments[0], null, from(segments, 1));
  }

  boolean isKeyWellFormed() {
    return key != null && ID.matcher(key).matches();
  }

  private static List<String> from(String[] segments, int index) {
    return List.of(segments).subList(Math.min(index, segments.length), segments.length);
  }
}
