package io.weft.chaos;

import io.weft.chaos.Evidence.Link;
import io.weft.chaos.Evidence.Place;
import io.weft.chaos.Verdict.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** G2 for the lines of orders: each line that was ordered stands in D365 once, and no other. */
final class LineCheck {
  private final Evidence evidence;
  private final Pending pending;
  private final Verdict verdict;

  LineCheck(Evidence evidence, Verdict verdict) {
    this.evidence = evidence;
    this.pending = new Pending(evidence);
    this.verdict = verdict;
  }

  void run() {
    for (Link link : evidence.links()) {
      if (link.thing() == Thing.ORDER && !link.hasEnded()) {
        Map<String, Map<String, String>> placed = placed(link);
        twins(link, placed);
        if (!pending.isHeld(link.pair())) {
          match(link, placed);
        }
      }
    }
  }

  private Map<String, Map<String, String>> placed(Link order) {
    Map<String, Map<String, String>> placed = new LinkedHashMap<>();
    evidence
        .rows()
        .of(Place.D365, Thing.LINE)
        .forEach(
            (key, row) -> {
              String number = row.getOrDefault("SalesOrderNumber", "");
              String whole = order.company() + "|" + number.toLowerCase(Locale.ROOT);
              if (key.startsWith(order.company() + "|") && whole.equals(order.d365())) {
                placed.put(key, row);
              }
            });
    return placed;
  }

  private void twins(Link order, Map<String, Map<String, String>> placed) {
    Map<String, List<String>> holders = new LinkedHashMap<>();
    placed.forEach(
        (key, row) ->
            holders
                .computeIfAbsent(row.getOrDefault(LineNames.REFERENCE, ""), r -> new ArrayList<>())
                .add(key));
    holders.forEach(
        (reference, keys) -> {
          if (keys.size() > 1) {
            verdict.add(
                Kind.DOUBLED,
                "line " + reference + " of " + order.pair() + " stands there as " + keys);
          }
        });
  }

  private void match(Link order, Map<String, Map<String, String>> placed) {
    Map<String, String> lines = new LinkedHashMap<>();
    evidence
        .rows()
        .of(Place.CREATIO, Thing.LINE)
        .forEach(
            (key, row) -> {
              if (order.creatio().equals(row.get("OrderId"))) {
                String lot = row.getOrDefault(LineNames.LOT, "").toLowerCase(Locale.ROOT);
                ordered(order, key, order.company() + "|" + lot, placed, lines);
              }
            });
    for (String key : placed.keySet()) {
      if (!lines.containsKey(key)) {
        verdict.add(Kind.DOUBLED, key + " of " + order.pair() + " is a line that nobody ordered");
      }
    }
  }

  private void ordered(
      Link order,
      String line,
      String there,
      Map<String, Map<String, String>> placed,
      Map<String, String> lines) {
    String other = lines.put(there, line);
    if (!placed.containsKey(there)) {
      verdict.add(Kind.LOST, "line " + line + " of " + order.pair() + " was never placed");
    } else if (other != null) {
      verdict.add(Kind.DOUBLED, "lines " + other + " and " + line + " are both " + there);
    }
  }
}
