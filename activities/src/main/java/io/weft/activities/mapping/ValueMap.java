package io.weft.activities.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Creatio's word for a thing and D365's code, compared without case. Several words may share one
 * code: back from D365 the first of them is meant.
 *
 * @param toD365 by Creatio's word, in the order of the file
 * @param passOthers whether words without an entry are the codes themselves
 */
public record ValueMap(Map<String, String> toD365, boolean passOthers) {
  public ValueMap {
    toD365 = Collections.unmodifiableMap(new LinkedHashMap<>(toD365));
  }

  /** D365's code for a word of Creatio that has an entry of its own. */
  public Optional<String> mapped(String word) {
    return find(toD365, word);
  }

  /** D365's code for a word of Creatio; empty if it is unknown. */
  public Optional<String> code(String word) {
    return mapped(word).or(() -> Optional.ofNullable(passOthers ? word : null));
  }

  /** Creatio's word for a code of D365; empty if it is unknown. */
  public Optional<String> word(String code) {
    for (Map.Entry<String, String> entry : toD365.entrySet()) {
      if (entry.getValue().equalsIgnoreCase(code)) {
        return Optional.of(entry.getKey());
      }
    }
    return Optional.ofNullable(passOthers ? code : null);
  }

  /** These entries before those; for overrides. */
  ValueMap under(Map<String, String> overrides) {
    Map<String, String> all = new LinkedHashMap<>(overrides);
    for (Map.Entry<String, String> entry : toD365.entrySet()) {
      if (find(overrides, entry.getKey()).isEmpty()) {
        all.put(entry.getKey(), entry.getValue());
      }
    }
    return new ValueMap(all, passOthers);
  }

  private static Optional<String> find(Map<String, String> map, String word) {
    String exact = map.get(word);
    if (exact != null) {
      return Optional.of(exact);
    }
    String lower = word.toLowerCase(Locale.ROOT);
    return map.entrySet().stream()
        .filter(e -> e.getKey().toLowerCase(Locale.ROOT).equals(lower))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
