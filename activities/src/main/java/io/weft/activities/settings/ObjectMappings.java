package io.weft.activities.settings;

import io.weft.activities.mapping.FieldRule;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.mapping.Mappings;
import io.weft.activities.mapping.ValueMap;
import io.weft.activities.yaml.ConfigErrors;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The mappings in force: as shipped, changed by the installation's {@code mappings/<object>.yaml},
 * completed by the value maps of {@code weft.yaml}.
 *
 * @param all by object, for those that are on somewhere, and for customers
 */
public record ObjectMappings(Map<SyncObjectName, Mappings> all) {
  public ObjectMappings {
    all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
  }

  static ObjectMappings load(
      Source source,
      List<SyncObjectName> objects,
      String customColumns,
      ValueMaps values,
      ConfigErrors errors) {
    Map<SyncObjectName, Mappings> all = new EnumMap<>(SyncObjectName.class);
    for (SyncObjectName object : objects) {
      Mappings mappings = load(source, Mappings.shipped(object, customColumns), errors);
      all.put(object, with(mappings, values));
    }
    values
        .places()
        .forEach(
            (field, place) -> {
              if (all.values().stream().noneMatch(m -> has(m.everywhere(), field))) {
                place.problem(
                    "is no field of a mapping that is on", "Use the id of a mapped field");
              }
            });
    return new ObjectMappings(all);
  }

  /** Whether a field is mapped, be it on the lines of a document. */
  private static boolean has(Mapping mapping, String field) {
    Mapping lines = mapping.lines();
    return mapping.rule(field).isPresent() || (lines != null && has(lines, field));
  }

  /** The mappings of an object; throws IllegalArgumentException if they were not read. */
  public Mappings of(SyncObjectName object) {
    Mappings mappings = all.get(object);
    if (mappings == null) {
      throw new IllegalArgumentException(object + " is switched off");
    }
    return mappings;
  }

  private static Mappings load(Source source, Mapping shipped, ConfigErrors errors) {
    String file = "mappings/" + shipped.object().slug() + ".yaml";
    return source
        .beside()
        .apply(file)
        .map(text -> Mappings.read(shipped, file, text, errors))
        .orElseGet(() -> Mappings.of(shipped));
  }

  private static Mappings with(Mappings mappings, ValueMaps values) {
    Map<LegalEntity, Mapping> byEntity = new LinkedHashMap<>(mappings.byLegalEntity());
    values
        .lists()
        .forEach(
            (field, lists) ->
                lists.forEach(
                    (le, words) -> {
                      if (!words.isEmpty()) {
                        Mapping before = byEntity.getOrDefault(le, mappings.everywhere());
                        byEntity.put(le, with(before, field, words));
                      }
                    }));
    return new Mappings(mappings.everywhere(), byEntity);
  }

  private static Mapping with(Mapping mapping, String field, Map<String, String> words) {
    List<FieldRule> rules =
        mapping.rules().stream().map(r -> r.id().equals(field) ? with(r, words) : r).toList();
    Mapping lines = mapping.lines();
    return new Mapping(
        mapping.version(),
        mapping.object(),
        mapping.entities(),
        rules,
        mapping.policy(),
        mapping.feeds(),
        mapping.extras(),
        lines == null ? null : with(lines, field, words));
  }

  private static FieldRule with(FieldRule rule, Map<String, String> words) {
    ValueMap before = rule.conversion().values();
    // Without a map of its own the value itself is the code: what is not listed stays as it is.
    boolean pass = before == null || before.passOthers();
    Map<String, String> all = new LinkedHashMap<>(words);
    if (before != null) {
      before.toD365().forEach(all::putIfAbsent);
    }
    return new FieldRule(
        rule.id(),
        rule.slots(),
        rule.direction(),
        rule.conversion().with(new ValueMap(all, pass)),
        rule.conduct());
  }
}
