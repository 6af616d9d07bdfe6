package io.weft.activities.settings;

import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.LegalEntity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Words of Creatio and codes of D365, field by field and legal entity by legal entity: the same
 * code means other things in other legal entities.
 *
 * @param lists by field id of the mapping, then legal entity, then Creatio's word
 * @param places where the file says so, for problems found later
 */
public record ValueMaps(
    Map<String, Map<LegalEntity, Map<String, String>>> lists, Map<String, YamlNode> places) {
  private static final String OTHERS = "others";

  /** The field that {@code owners} is a shorter way to write. */
  private static final String OWNER = "owner";

  public ValueMaps {
    lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
    places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
  }

  static ValueMaps read(YamlNode node, YamlNode owners, LegalEntities known) {
    Map<String, Map<LegalEntity, Map<String, String>>> lists = new LinkedHashMap<>();
    Map<String, YamlNode> places = new LinkedHashMap<>(node.entries());
    places.forEach((field, list) -> lists.put(field, list(list, known)));
    if (!owners.isEmpty()) {
      if (places.putIfAbsent(OWNER, owners) != null) {
        owners.problem("says what valueMaps.owner says too", "Keep one of the two");
      }
      Map<String, String> people = words(owners);
      Map<LegalEntity, Map<String, String>> everywhere = new LinkedHashMap<>();
      known.ids().forEach(le -> everywhere.put(le, people));
      lists.putIfAbsent(OWNER, everywhere);
    }
    return new ValueMaps(lists, places);
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
    return Collections.unmodifiableMap(words);
  }
}
