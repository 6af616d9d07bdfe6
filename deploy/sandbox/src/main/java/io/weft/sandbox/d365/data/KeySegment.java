package io.weft.sandbox.d365.data;

import io.weft.sandbox.d365.erp.Keys;
import io.weft.sandbox.d365.schema.BadValue;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.d365.schema.Property;
import io.weft.sandbox.d365.schema.Values;
import io.weft.sandbox.odata.BadQuery;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The key in an address: {@code dataAreaId='usmf',CustomerAccount='O''Hara'}. */
public final class KeySegment {
  private static final Pattern PART =
      Pattern.compile("\\s*(?:(\\w+)=)?([\\w.]*)'((?:[^']|'')*)'\\s*|\\s*(\\w+)=([^',]+)\\s*");

  private KeySegment() {}

  /**
   * Returns the key under which a table files the row.
   *
   * @param text what stands between the brackets, decoded
   * @throws BadQuery unless every key field is there, and nothing else
   */
  public static String parse(EntitySet set, String text) {
    Map<String, Object> values = new LinkedHashMap<>();
    int at = 0;
    Matcher matcher = PART.matcher(text);
    while (at < text.length() && matcher.find(at) && matcher.start() == at) {
      add(set, values, matcher);
      at = matcher.end();
      if (at < text.length() && text.charAt(at) == ',') {
        at++;
      }
    }
    if (at < text.length() || values.size() != set.key().size()) {
      throw refused(set, text);
    }
    return Keys.of(set, values);
  }

  private static void add(EntitySet set, Map<String, Object> values, Matcher matcher) {
    boolean quoted = matcher.group(3) != null;
    String name = quoted ? matcher.group(1) : matcher.group(4);
    if (name == null && set.key().size() == 1) {
      name = set.key().get(0).name();
    }
    String value = quoted ? matcher.group(3).replace("''", "'") : matcher.group(5);
    Property property = name == null ? null : set.byName().get(name);
    if (property == null || !set.key().contains(property)) {
      throw refused(set, matcher.group());
    }
    try {
      values.put(property.name(), Values.fromText(property, value));
    } catch (BadValue e) {
      throw refused(set, matcher.group());
    }
  }

  private static BadQuery refused(EntitySet set, String text) {
    return new BadQuery(
        "The key '%s' does not match the key of '%s': %s."
            .formatted(text, set.name(), set.key().stream().map(Property::name).toList()));
  }
}
