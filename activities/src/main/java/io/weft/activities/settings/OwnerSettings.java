package io.weft.activities.settings;

import io.weft.activities.yaml.YamlNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who in Creatio is who in D365.
 *
 * @param otherwise the personnel number where an owner is not listed; empty: none is sent
 * @param byContact personnel number by the id of the owner's contact
 */
public record OwnerSettings(Optional<String> otherwise, Map<String, String> byContact) {
  public OwnerSettings {
    byContact = Collections.unmodifiableMap(new LinkedHashMap<>(byContact));
  }

  static OwnerSettings read(YamlNode node) {
    Map<String, String> byContact = new LinkedHashMap<>();
    YamlNode block = node.child("byContact");
    for (String id : block.entries().keySet()) {
      Read.guid(id, block.child(id)).ifPresent(contact -> byContact.put(contact, block.text(id)));
    }
    OwnerSettings settings = new OwnerSettings(node.optionalText("otherwise"), byContact);
    node.done();
    return settings;
  }
}
