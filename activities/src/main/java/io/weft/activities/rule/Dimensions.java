package io.weft.activities.rule;

import io.weft.activities.mapping.LookUps;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Type;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.LegalEntity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which financial dimensions a document gets, per legal entity, by the tenant's own names for them.
 * How they are written is {@link DimensionLayout}'s business, whether they exist that of {@link
 * DimensionCheck}.
 *
 * @param byLegalEntity by dimension, as far as a legal entity has its own
 * @param others what holds where a legal entity says nothing of its own
 */
public record Dimensions(
    Map<LegalEntity, Map<String, Derivation>> byLegalEntity, Map<String, Derivation> others) {
  /** Nothing is derived: documents carry what the customer does. */
  public static final Dimensions NONE = new Dimensions(Map.of(), Map.of());

  private static final String OTHERS = "others";

  public Dimensions {
    Map<LegalEntity, Map<String, Derivation>> copy = new LinkedHashMap<>();
    byLegalEntity.forEach(
        (le, all) -> copy.put(le, Collections.unmodifiableMap(new LinkedHashMap<>(all))));
    byLegalEntity = Collections.unmodifiableMap(copy);
    others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
  }

  /**
   * What was derived for one document.
   *
   * @param values by dimension, none of them empty
   * @param why by dimension: what decided
   * @param refused what keeps the document from being sent
   */
  public record Derived(
      Map<String, String> values, Map<String, String> why, List<Refused> refused) {
    public Derived {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
      why = Collections.unmodifiableMap(new LinkedHashMap<>(why));
      refused = List.copyOf(refused);
    }
  }

  /**
   * Reads a block per legal entity, {@code others} for the rest, in each one entry per dimension:
   * its value for all documents, or {@code column, values, others, rules, default, otherwise}.
   *
   * @param own the column of the record that names a dimension's value where the entry does not
   *     name another one, by dimension without case; a dimension without one has only its rules
   */
  public static Dimensions read(YamlNode node, Map<String, Type> columns, Map<String, String> own) {
    DerivationReader reader = new DerivationReader(columns, own);
    Map<LegalEntity, Map<String, Derivation>> byEntity = new LinkedHashMap<>();
    Map<String, Derivation> others = reader.all(node.child(OTHERS));
    for (Map.Entry<String, YamlNode> entry : node.entries().entrySet()) {
      if (!entry.getKey().equals(OTHERS)) {
        try {
          Map<String, Derivation> all = reader.all(entry.getValue());
          byEntity.put(new LegalEntity(entry.getKey()), over(all, others));
        } catch (IllegalArgumentException e) {
          entry.getValue().problem("is no legal entity", "Write its dataAreaId, or others");
        }
      }
    }
    return new Dimensions(byEntity, others);
  }

  private static Map<String, Derivation> over(
      Map<String, Derivation> own, Map<String, Derivation> others) {
    Map<String, Derivation> all = new LinkedHashMap<>(own);
    others.forEach(all::putIfAbsent);
    return all;
  }

  private Map<String, Derivation> of(LegalEntity legalEntity) {
    return byLegalEntity.getOrDefault(legalEntity, others);
  }

  /** The dimensions that a legal entity has rules for; each must be in its active format. */
  public Set<String> names(LegalEntity legalEntity) {
    return new LinkedHashSet<>(of(legalEntity).keySet());
  }

  /** Every value that the rules of a legal entity name. */
  public List<Named> named(LegalEntity legalEntity) {
    List<Named> named = new ArrayList<>();
    of(legalEntity).forEach((name, derivation) -> named.addAll(derivation.named(name)));
    return named;
  }

  /**
   * Derives all dimensions of a legal entity from a record.
   *
   * @throws IllegalArgumentException if a formula fails for it, naming the rule
   */
  public Derived derive(LegalEntity legalEntity, Fields record, LookUps lookUps) {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, String> why = new LinkedHashMap<>();
    List<Refused> refused = new ArrayList<>();
    of(legalEntity)
        .forEach(
            (name, derivation) -> {
              Derivation.Result result = derivation.derive(name, record, lookUps);
              if (result instanceof Derivation.Result.Value value) {
                values.put(name, value.code());
                why.put(name, value.why());
              } else if (result instanceof Derivation.Result.No no) {
                refused.add(no.refused());
              }
            });
    return new Derived(values, why, refused);
  }
}
