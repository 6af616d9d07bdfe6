package io.weft.sandbox.d365.data;

import io.weft.sandbox.Row;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.d365.schema.Property;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Addresses of rows and of further pages. */
final class Links {
  private Links() {}

  /** Returns the address of a row below {@code /data/}. */
  static String entity(EntitySet set, Row row) {
    List<String> parts = new ArrayList<>();
    for (Property part : set.key()) {
      String value = row.text(part.name()).replace("'", "''");
      String typed =
          switch (part.kind()) {
            case STRING -> "'" + encoded(value) + "'";
            case ENUM -> part.edmType() + "'" + value + "'";
            case DECIMAL, INT32, INT64, DAY, INSTANT -> value;
          };
      parts.add(part.name() + "=" + typed);
    }
    return set.name() + "(" + String.join(",", parts) + ")";
  }

  /** Returns the address of the next page: the same question, further on. */
  static String next(String address, Map<String, String> query, int skip) {
    Map<String, String> options = new LinkedHashMap<>(query);
    options.put("$skip", Integer.toString(skip));
    List<String> pairs = new ArrayList<>();
    options.forEach((name, value) -> pairs.add(name + "=" + encoded(value)));
    return address + "?" + String.join("&", pairs);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
