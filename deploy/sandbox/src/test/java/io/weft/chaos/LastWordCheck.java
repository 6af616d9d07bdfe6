package io.weft.chaos;

import io.weft.chaos.Evidence.Act;
import io.weft.chaos.Evidence.Decision;
import io.weft.chaos.Evidence.Entry;
import io.weft.chaos.Evidence.Link;
import io.weft.chaos.Evidence.Place;
import io.weft.chaos.Evidence.Write;
import io.weft.chaos.Verdict.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * G3 and G5: in a field that both sides may change, the last word of a person stands in the end, or
 * the audit names it as the loser against another. That it was on the other side for a while does
 * not help it: whoever ignores a claim writes an older value over it, and that one travels back.
 */
final class LastWordCheck {
  private final Evidence evidence;
  private final Pending pending;
  private final Verdict verdict;
  private final Map<Desk, List<Write>> words = new LinkedHashMap<>();
  private final Map<String, Set<String>> losers = new LinkedHashMap<>();

  /** Where somebody works on a record. */
  private record Desk(Place system, Thing thing, String key) {}

  LastWordCheck(Evidence evidence, Verdict verdict) {
    this.evidence = evidence;
    this.pending = new Pending(evidence);
    this.verdict = verdict;
  }

  void run() {
    for (Write write : evidence.journal()) {
      if (write.isUsers() && write.act() != Act.DELETE) {
        Desk desk = new Desk(write.system(), write.thing(), write.key());
        words.computeIfAbsent(desk, d -> new ArrayList<>()).add(write);
      }
    }
    evidence.audit().forEach(this::remember);
    for (Link link : evidence.links()) {
      boolean bothWays = link.thing() == Thing.ACCOUNT || link.thing() == Thing.CONTACT;
      if (bothWays && !link.hasEnded() && !pending.isHeld(link.pair())) {
        Field.of(link.thing()).forEach(field -> check(link, field));
      }
    }
  }

  private void remember(Entry entry) {
    for (Decision decision : entry.decisions()) {
      if (!decision.rival().isEmpty()) {
        losers.computeIfAbsent(entry.pair(), p -> new LinkedHashSet<>()).add(decision.rival());
      }
    }
  }

  private void check(Link link, Field field) {
    String stands =
        evidence
            .rows()
            .value(Place.CREATIO, link.thing(), link.creatio(), field.on(Place.CREATIO))
            .strip();
    List<Write> said = said(link, field);
    for (int i = said.size() - 1; i >= 0 && !value(said.get(i), field).equals(stands); i--) {
      if (!isSuperseded(said, i) && !lost(link, value(said.get(i), field))) {
        verdict.add(Kind.LOST, describe(said.get(i), field, stands));
      }
    }
  }

  /** What people said on both sides, the oldest first. */
  private List<Write> said(Link link, Field field) {
    List<Write> said = new ArrayList<>();
    for (Place system : Place.values()) {
      Desk desk = new Desk(system, link.thing(), link.keyOn(system));
      words.getOrDefault(desk, List.of()).stream()
          .filter(write -> says(write, field))
          .forEach(said::add);
    }
    said.sort(Comparator.comparingLong(Write::sequence));
    return said;
  }

  /** A field that was left empty when the record was made says nothing. */
  private static boolean says(Write write, Field field) {
    String value = write.after().get(field.on(write.system()));
    return value != null && (!value.isEmpty() || write.act() == Act.UPDATE);
  }

  private static String value(Write write, Field field) {
    return write.after().getOrDefault(field.on(write.system()), "").strip();
  }

  private static boolean isSuperseded(List<Write> said, int which) {
    return said.subList(which + 1, said.size()).stream()
        .anyMatch(later -> later.system() == said.get(which).system());
  }

  private boolean lost(Link link, String value) {
    return losers.getOrDefault(link.pair(), Set.of()).contains(value);
  }

  private static String describe(Write write, Field field, String stands) {
    return String.format(
        "the last word about %s of %s %s was '%s' (journal %d), and '%s' stands",
        field, write.system(), write.key(), value(write, field), write.sequence(), stands);
  }
}
