package io.weft.activities.d365;

import io.weft.activities.http.Names;
import io.weft.activities.http.Percent;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A key as a part of an address, or as a filter where the address would be refused. */
final class Keys {
  /** What web servers refuse within a path, even encoded: separators, request markers, controls. */
  private static final Pattern UNFIT =
      Pattern.compile("[/\\\\%?#&:<>*+\"|\\p{Cntrl}]|\\.$|^\\s|\\s$");

  /** Windows servers take a path segment of 260 characters. */
  private static final int LONGEST = 200;

  private Keys() {}

  static boolean fitsPath(EntityKey key) {
    String path = path(key);
    return path.length() <= LONGEST
        && key.parts().values().stream()
            .noneMatch(value -> value instanceof String text && UNFIT.matcher(text).find());
  }

  /** {@code CustomersV3(dataAreaId='usmf',CustomerAccount='US-001')}, quotes doubled. */
  static String path(EntityKey key) {
    return Names.checked(key.set())
        + key.parts().entrySet().stream()
            .map(Keys::part)
            .collect(Collectors.joining(",", "(", ")"));
  }

  static D365Filter filter(EntityKey key) {
    return D365Filter.all(
        key.parts().entrySet().stream()
            .map(part -> D365Filter.part(part.getKey(), part.getValue()))
            .toArray(D365Filter[]::new));
  }

  private static String part(Map.Entry<String, Object> part) {
    String name = Names.checked(part.getKey());
    return part.getValue() instanceof String text
        ? name + "='" + Percent.encode(text.replace("'", "''")) + "'"
        : name + "=" + encodedBare(part.getValue());
  }

  /** Colons of a time and quotes of an enum are part of the grammar and stay as they are. */
  private static String encodedBare(Object value) {
    return Percent.encode(D365Filter.bare(value)).replace("%3A", ":").replace("%27", "'");
  }
}
