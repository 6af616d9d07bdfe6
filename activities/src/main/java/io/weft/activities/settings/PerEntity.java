package io.weft.activities.settings;

import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.LegalEntity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A setting that may differ by legal entity: in the file a single value, or a block of values by
 * legal entity where {@code others} stands for the rest.
 */
public record PerEntity<T>(T others, Map<LegalEntity, T> byEntity) {
  private static final String OTHERS = "others";

  public PerEntity {
    byEntity = Collections.unmodifiableMap(new LinkedHashMap<>(byEntity));
  }

  /** The same for all. */
  public static <T> PerEntity<T> all(T value) {
    return new PerEntity<>(value, new LinkedHashMap<>());
  }

  /** What holds in a legal entity. */
  public T of(LegalEntity legalEntity) {
    return byEntity.getOrDefault(legalEntity, others);
  }

  /** Reads a setting whose single value the function reads from a block and a key. */
  static <T> PerEntity<T> read(
      YamlNode node,
      String key,
      LegalEntities known,
      T otherwise,
      BiFunction<YamlNode, String, T> value) {
    YamlNode below = node.child(key);
    if (below.isEmpty()) {
      return all(otherwise);
    }
    if (below.isScalar()) {
      return all(value.apply(node, key));
    }
    T others = below.has(OTHERS) ? value.apply(below, OTHERS) : otherwise;
    Map<LegalEntity, T> byEntity = new LinkedHashMap<>();
    for (Map.Entry<String, YamlNode> entry : below.entries().entrySet()) {
      if (!entry.getKey().equals(OTHERS)) {
        known
            .find(entry.getValue(), entry.getKey())
            .ifPresent(le -> byEntity.put(le, value.apply(below, entry.getKey())));
      }
    }
    return new PerEntity<>(others, byEntity);
  }
}
