package io.weft.activities.desk;

import io.weft.activities.mapping.FieldRule;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.mapping.ValueMap;
import io.weft.activities.rule.Named;
import io.weft.activities.settings.LegalEntities;
import io.weft.activities.value.Value;
import io.weft.workflows.record.LegalEntity;
import java.util.ArrayList;
import java.util.List;

/**
 * A code of D365 that settings name, so that it must exist.
 *
 * @param list the set of the value list, for example {@code CustomerGroups}
 * @param source where it is named, for people
 */
public record UsedCode(String list, LegalEntity legalEntity, String code, String source) {
  /** The codes in a mapping's value maps and defaults, as they hold in a legal entity. */
  public static List<UsedCode> of(Mapping mapping, LegalEntity legalEntity) {
    List<UsedCode> codes = new ArrayList<>();
    for (FieldRule rule : mapping.rules()) {
      String list = rule.slots().d365().list();
      if (list != null) {
        String source = "mapping '" + rule.id() + "'";
        named(rule).forEach(code -> codes.add(new UsedCode(list, legalEntity, code, source)));
      }
    }
    return codes;
  }

  /** The accounting currency of a legal entity, as the settings name it. */
  public static List<UsedCode> currency(LegalEntities.One one) {
    return one.currency().isEmpty()
        ? List.of()
        : List.of(new UsedCode("Currencies", one.id(), one.currency(), "legalEntities"));
  }

  /** A code that a rule names, as it holds in a legal entity. */
  public static UsedCode of(Named named, LegalEntity legalEntity) {
    return new UsedCode(named.list(), legalEntity, named.code(), "the rule at " + named.where());
  }

  private static List<String> named(FieldRule rule) {
    List<String> codes = new ArrayList<>();
    ValueMap values = rule.conversion().values();
    if (values != null) {
      codes.addAll(values.toD365().values());
    }
    Value standard = rule.conversion().defaults().d365();
    if (!standard.isAbsent()) {
      codes.add(standard.text());
    }
    return codes.stream().distinct().toList();
  }
}
