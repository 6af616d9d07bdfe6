package io.weft.activities.merge;

import io.weft.activities.value.Fields;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What we last knew one side to hold, in its own field names and form: what we sent, or what we
 * noted as equal. Never what was re-read after a write.
 *
 * @param values the known values; a mapped field that is not there was never compared
 * @param unknown fields whose last write has an unknown outcome; they count as moved
 */
public record Base(Fields values, Set<String> unknown) {
  /** Nothing known yet. */
  public static final Base NONE = new Base(Fields.none(), Set.of());

  public Base {
    unknown = Collections.unmodifiableSet(new LinkedHashSet<>(unknown));
  }

  /** A base with known values only. */
  public static Base of(Fields values) {
    return new Base(values, Set.of());
  }

  /** Whether the field was compared before. */
  public boolean has(String name) {
    return values.has(name) || unknown.contains(name);
  }

  /** The same with these values known from now on. */
  public Base noting(Fields seen) {
    if (seen.isEmpty()) {
      return this;
    }
    Set<String> rest = new LinkedHashSet<>(unknown);
    rest.removeAll(seen.names());
    return new Base(values.with(seen), rest);
  }

  /** The same with these fields' values unknown from now on. */
  public Base doubting(Set<String> names) {
    Set<String> all = new LinkedHashSet<>(unknown);
    all.addAll(names);
    return new Base(values, all);
  }
}
