package io.weft.activities.merge;

import io.weft.activities.value.Fields;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What we last knew one side of a pair to hold, in that side's own form: the values sent or agreed
 * on, never those merely read back.
 *
 * @param unknown fields whose last write has no known outcome; they count as moved
 */
public record Base(Fields values, Set<String> unknown) {
  public Base {
    unknown = Collections.unmodifiableSet(new LinkedHashSet<>(unknown));
  }

  /** A base with nothing unknown. */
  public static Base of(Fields values) {
    return new Base(values, new LinkedHashSet<>());
  }
}
