package io.weft.activities.merge;

import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What we last knew one side to hold, in its own field names and form: what we sent, or what we
 * noted as equal. Never what was re-read after a write.
 *
 * @param values the known values; a mapped field that is not there was never compared
 * @param unknown fields whose last write has an unknown outcome; they count as moved
 * @param vain values that were sent with success and did not come to stay: the side showed another
 *     right after. Sending the same again would be the beginning of a circle.
 */
public record Base(Fields values, Set<String> unknown, Fields vain) {
  /** Nothing known yet. */
  public static final Base NONE = new Base(Fields.none(), Set.of());

  public Base {
    unknown = Collections.unmodifiableSet(new LinkedHashSet<>(unknown));
  }

  /** A base to which everything sent came to stay. */
  public Base(Fields values, Set<String> unknown) {
    this(values, unknown, Fields.none());
  }

  /** A base with known values only. */
  public static Base of(Fields values) {
    return new Base(values, Set.of());
  }

  /** Whether the field was compared before. */
  public boolean has(String name) {
    return values.has(name) || unknown.contains(name);
  }

  /** Whether nothing about it is in doubt. */
  public boolean isCertain() {
    return unknown.isEmpty() && vain.isEmpty();
  }

  /** The same with these values known from now on. */
  public Base noting(Fields seen) {
    if (seen.isEmpty()) {
      return this;
    }
    Set<String> rest = new LinkedHashSet<>(unknown);
    rest.removeAll(seen.names());
    return new Base(values.with(seen), rest, vain);
  }

  /** The same with these fields' values unknown from now on. */
  public Base doubting(Set<String> names) {
    Set<String> all = new LinkedHashSet<>(unknown);
    all.addAll(names);
    return new Base(values, all, vain);
  }

  /** The same with these values remembered as sent in vain; earlier ones of other fields stay. */
  public Base inVain(Fields sent) {
    return sent.isEmpty() ? this : new Base(values, unknown, vain.with(sent));
  }

  /** The same with nothing remembered in vain for these fields. */
  public Base stayed(Set<String> names) {
    if (names.stream().noneMatch(vain::has)) {
      return this;
    }
    Map<String, Value> rest = new LinkedHashMap<>(vain.asMap());
    rest.keySet().removeAll(names);
    return new Base(values, unknown, Fields.of(rest));
  }
}
