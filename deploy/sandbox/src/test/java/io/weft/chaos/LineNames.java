package io.weft.chaos;

import io.weft.chaos.Evidence.Link;
import io.weft.chaos.Evidence.Place;
import io.weft.chaos.Evidence.Write;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Lines as the audit names them: their order, and the reference that D365 keeps of each. Which line
 * of Creatio that is, is what we told it: the lot.
 */
final class LineNames {
  static final String REFERENCE = "ExternalItemNumber";
  static final String LOT = "UsrD365LotId";
  private static final String NUMBER = "SalesOrderNumber";

  private final Map<String, Map<String, String>> known = new LinkedHashMap<>();
  private final Map<String, String> references = new LinkedHashMap<>();
  private final Map<String, String> companies = new LinkedHashMap<>();

  LineNames(Evidence evidence) {
    evidence.links().stream()
        .filter(link -> link.thing() == Thing.ORDER)
        .forEach(order -> companies.put(order.creatio(), order.company()));
    for (Write write : evidence.journal()) {
      if (write.thing() == Thing.LINE) {
        learn(write.system(), write.key(), write.after());
      }
    }
    for (Place system : Place.values()) {
      evidence.rows().of(system, Thing.LINE).forEach((key, row) -> learn(system, key, row));
    }
  }

  /** Lines come and go; what was once said of one stays true. */
  private void learn(Place system, String key, Map<String, String> said) {
    Map<String, String> line = known.computeIfAbsent(key, k -> new LinkedHashMap<>());
    said.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            line.put(name, value);
          }
        });
    if (system == Place.D365) {
      references.put(key, reference(line));
    }
  }

  private static String reference(Map<String, String> line) {
    return line.getOrDefault(REFERENCE, "").toLowerCase(Locale.ROOT);
  }

  /** The name in the audit of a line's row. */
  String of(Place system, String key) {
    Map<String, String> line = Objects.requireNonNullElse(known.get(key), Map.of());
    if (system == Place.D365) {
      String company = key.substring(0, key.indexOf('|') + 1);
      String order = line.getOrDefault(NUMBER, "").toLowerCase(Locale.ROOT);
      return company + order + "#" + reference(line);
    }
    String order = line.getOrDefault("OrderId", "");
    String lot = line.getOrDefault(LOT, "").toLowerCase(Locale.ROOT);
    String there = companies.getOrDefault(order, "") + "|" + lot;
    return order + "#" + references.getOrDefault(there, "");
  }

  /** The pairs of lines: a line of Creatio, and the one of D365 whose lot it was told. */
  static List<Link> links(Rows rows, List<Link> orders) {
    return orders.stream()
        .filter(order -> order.thing() == Thing.ORDER && !order.hasEnded())
        .flatMap(
            order ->
                rows.of(Place.CREATIO, Thing.LINE).entrySet().stream()
                    .filter(line -> order.creatio().equals(line.getValue().get("OrderId")))
                    .filter(line -> !line.getValue().getOrDefault(LOT, "").isEmpty())
                    .map(line -> link(order, line.getKey(), line.getValue().get(LOT))))
        .toList();
  }

  private static Link link(Link order, String line, String lot) {
    String there = order.company() + "|" + lot.toLowerCase(Locale.ROOT);
    return new Link(Thing.LINE, order.pair(), order.company(), line, there, "LIVE");
  }
}
