package io.weft.chaos;

import io.weft.chaos.Evidence.Act;
import io.weft.chaos.Evidence.Link;
import io.weft.chaos.Evidence.Place;
import io.weft.chaos.Verdict.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * G2: on each side one record for each company, person and order, and one link between them. People
 * never change by what they are told apart here.
 */
final class TwinCheck {
  private static final List<Field> TELL_APART =
      List.of(Field.TAX, Field.NAME, Field.SURNAME, Field.ORDER_NUMBER);

  private final Evidence evidence;
  private final Pending pending;
  private final Verdict verdict;

  TwinCheck(Evidence evidence, Verdict verdict) {
    this.evidence = evidence;
    this.pending = new Pending(evidence);
    this.verdict = verdict;
  }

  void run() {
    for (Place system : Place.values()) {
      for (Thing thing : List.of(Thing.ACCOUNT, Thing.CONTACT, Thing.ORDER)) {
        Field.of(thing).stream()
            .filter(TELL_APART::contains)
            .forEach(field -> twins(system, thing, field));
        linkedOnce(system, thing);
        evidence.rows().of(system, thing).forEach((key, row) -> isLinked(system, thing, key, row));
      }
    }
  }

  private void twins(Place system, Thing thing, Field field) {
    Map<String, List<String>> holders = new LinkedHashMap<>();
    evidence
        .rows()
        .of(system, thing)
        .forEach(
            (key, row) -> {
              String value = row.getOrDefault(field.on(system), "");
              if (!value.isEmpty() && isOurs(system, thing, key, row)) {
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

  private void linkedOnce(Place system, Thing thing) {
    Map<String, List<String>> pairs = new LinkedHashMap<>();
    for (Link link : evidence.links()) {
      if (link.thing() == thing && !link.hasEnded()) {
        String key = thing + " " + link.company() + "/" + link.keyOn(system);
        pairs.computeIfAbsent(key, k -> new ArrayList<>()).add(link.pair());
      }
    }
    pairs.forEach(
        (key, linked) -> {
          if (linked.size() > 1) {
            verdict.add(Kind.DOUBLED, key + " is linked more than once: " + linked);
          }
        });
  }

  private void isLinked(Place system, Thing thing, String key, Map<String, String> row) {
    boolean linked = evidence.linksOf(system, thing, key).findAny().isPresent();
    if (isOurs(system, thing, key, row)
        && !linked
        && !pending.isUnlinkedForGood(system, thing, key)) {
      verdict.add(
          Kind.LOST, system + " " + thing + " " + key + " was never linked; hints: " + hints(key));
    }
  }

  private List<String> hints(String key) {
    return evidence.hints().stream()
        .filter(hint -> hint.key().equals(key))
        .map(hint -> hint.id() + " " + hint.ending() + " (" + hint.why() + ")")
        .toList();
  }

  /** Whether it came into being in the run, by people or by us. */
  private boolean isOurs(Place system, Thing thing, String key, Map<String, String> row) {
    return !row.getOrDefault(Field.TAX.on(system), "").isEmpty()
        || evidence.journal().stream()
            .anyMatch(
                write ->
                    write.act() == Act.CREATE
                        && write.isOf(system, thing, key)
                        && (write.isOurs() || write.isUsers()));
  }
}
