package io.weft.activities.contact;

import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The names of a Creatio contact. Creatio takes a full name apart where only that is sent, and puts
 * one together where only parts are; sent all four, it keeps them as they are.
 */
final class FullName {
  static final String NAME = "Name";
  static final String GIVEN = "GivenName";
  static final String SURNAME = "Surname";
  static final List<String> PARTS = List.of(GIVEN, "MiddleName", SURNAME);

  private FullName() {}

  /**
   * The changes with all four names, where one of the parts is among them.
   *
   * @param seen the contact before; no fields for a new one
   */
  static Fields complete(Fields seen, Fields changes) {
    if (PARTS.stream().noneMatch(changes::has)) {
      return changes;
    }
    Fields after = seen.with(changes);
    Map<String, Value> names = new LinkedHashMap<>();
    PARTS.forEach(part -> names.put(part, after.get(part)));
    names.put(NAME, Values.text(of(after)));
    return changes.with(Fields.of(names));
  }

  /** Given, middle and last name, as far as they are there. */
  static String of(Fields contact) {
    return PARTS.stream()
        .map(part -> contact.get(part).text().strip())
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
