package io.weft.activities.settings;

import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.LegalEntity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Words of Creatio and codes of D365, list by list and legal entity by legal entity: the same code
 * means other things in other legal entities.
 *
 * @param lists by list name, then legal entity, then Creatio's word
 */
public record ValueMaps(Map<String, Map<LegalEntity, Map<String, String>>> lists) {
  private static final String OTHERS = "others";

  public ValueMaps {
    lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
  }

  static ValueMaps read(YamlNode node, LegalEntities known) {
    Map<String, Map<LegalEntity, Map<String, String>>> lists = new LinkedHashMap<>();
    node.entries().forEach((name, list) -> lists.put(name, list(list, known)));
    return new ValueMaps(lists);
  }

  /** D365's codes by Creatio's words; empty for a list that the file does not name. */
  public Map<String, String> of(String list, LegalEntity legalEntity) {
    return lists.getOrDefault(list, Map.of()).getOrDefault(legalEntity, Map.of());
  }

  private static Map<LegalEntity, Map<String, String>> list(YamlNode list, LegalEntities known) {
    Map<String, String> others = list.has(OTHERS) ? words(list.child(OTHERS)) : Map.of();
    Map<LegalEntity, Map<String, String>> byEntity = new LinkedHashMap<>();
    known.ids().forEach(le -> byEntity.put(le, others));
    list.entries()
        .forEach(
            (id, child) -> {
              if (!id.equals(OTHERS)) {
                known.find(child, id).ifPresent(le -> byEntity.put(le, over(others, words(child))));
              }
            });
    return byEntity;
  }

  private static Map<String, String> over(Map<String, String> others, Map<String, String> own) {
    Map<String, String> all = new LinkedHashMap<>(own);
    others.forEach(all::putIfAbsent);
    return Collections.unmodifiableMap(all);
  }

  private static Map<String, String> words(YamlNode block) {
    Map<String, String> words = new LinkedHashMap<>();
    block.entries().forEach((word, code) -> words.put(word, code.text()));
    return words;
  }
}
