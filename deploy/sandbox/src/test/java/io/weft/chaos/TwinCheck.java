package io.weft.chaos;

import io.weft.chaos.Evidence.Link;
import io.weft.chaos.Evidence.Place;
import io.weft.chaos.Verdict.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** G2: one account and one customer for each company, and one link between them. */
final class TwinCheck {
  private final Evidence evidence;
  private final Verdict verdict;

  TwinCheck(Evidence evidence, Verdict verdict) {
    this.evidence = evidence;
    this.verdict = verdict;
  }

  void run() {
    for (Place system : Place.values()) {
      twins(system, Field.TAX);
      twins(system, Field.NAME);
      linkedOnce(system);
    }
  }

  private void twins(Place system, Field field) {
    Map<String, List<String>> holders = new LinkedHashMap<>();
    evidence
        .rows(system)
        .forEach(
            (key, row) -> {
              String value = row.getOrDefault(field.on(system), "");
              if (!value.isEmpty()) {
                String company = system == Place.D365 ? key.replaceFirst("\\|.*", "/") : "";
                holders.computeIfAbsent(company + value, v -> new ArrayList<>()).add(key);
              }
            });
    holders.forEach(
        (value, keys) -> {
          if (keys.size() > 1) {
            verdict.add(Kind.DOUBLED, field + " " + value + " in " + system + " twice: " + keys);
          }
        });
  }

  private void linkedOnce(Place system) {
    Map<String, List<String>> pairs = new LinkedHashMap<>();
    for (Link link : evidence.links()) {
      if (!link.hasEnded()) {
        String key = link.company() + "/" + link.keyOn(system);
        pairs.computeIfAbsent(key, k -> new ArrayList<>()).add(link.pair());
      }
    }
    pairs.forEach(
        (key, linked) -> {
          if (linked.size() > 1) {
            verdict.add(Kind.DOUBLED, key + " is linked more than once: " + linked);
          }
        });
    evidence.rows(system).forEach((key, row) -> isLinked(system, key, row));
  }

  private void isLinked(Place system, String key, Map<String, String> row) {
    boolean ours = !row.getOrDefault(Field.TAX.on(system), "").isEmpty();
    boolean linked =
        evidence.links().stream().anyMatch(l -> !l.hasEnded() && l.keyOn(system).equals(key));
    if (ours && !linked && !evidence.isParkedNewcomer(system, key)) {
      verdict.add(Kind.LOST, system + " " + key + " was never linked");
    }
  }
}
