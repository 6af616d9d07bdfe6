package io.weft.activities.settings;

import io.weft.activities.rule.Scope;
import io.weft.activities.value.Type;
import io.weft.activities.yaml.YamlNode;
import java.util.Map;

/**
 * What is special about contacts.
 *
 * @param scope which contacts of Creatio take part; those of employees do not
 * @param inactiveColumn the column of the contact that says that it is inactive
 * @param onMove what becomes of a contact person whose contact goes to another account
 */
public record ContactSettings(Scope scope, String inactiveColumn, OnMove onMove) {
  /** What becomes of the contact person under the account that a contact leaves. */
  public enum OnMove {
    /** It turns inactive; the new account's customer gets one of its own, on the same person. */
    DEACTIVATE_OLD,
    /** It stays active beside the new one: the person works for both. */
    KEEP_OLD,
    /** Nothing moves until a person says so. */
    ASK
  }

  static ContactSettings read(YamlNode node, Map<String, Type> columns, String customColumns) {
    ContactSettings settings =
        new ContactSettings(
            Scope.read(node.child("scope"), columns, Scope.contacts()),
            node.text("inactiveColumn", customColumns + "Inactive"),
            node.oneOf("accounts", OnMove.class, OnMove.DEACTIVATE_OLD));
    node.done();
    return settings;
  }
}
