package io.weft.chaos;

import io.weft.chaos.Evidence.Delivery;
import io.weft.chaos.Evidence.Hint;
import io.weft.chaos.Verdict.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * G1: every hint ended, or waits where a person is asked, nothing is under way any more, and the
 * sums are right.
 */
final class LedgerCheck {
  private static final List<String> ENDINGS =
      List.of("APPLIED", "EQUAL", "SUPERSEDED", "FILTERED", "DISCARDED");

  private final Evidence evidence;
  private final Pending pending;
  private final Verdict verdict;

  LedgerCheck(Evidence evidence, Verdict verdict) {
    this.evidence = evidence;
    this.pending = new Pending(evidence);
    this.verdict = verdict;
  }

  void run() {
    sums();
    endings();
    if (evidence.openIntents() > 0) {
      lost(evidence.openIntents() + " announced writes never closed");
    }
    for (String workflow : evidence.parked()) {
      if (!evidence.runs().contains(workflow)) {
        lost(workflow + " is parked, but no run would hear the operator");
      }
    }
  }

  private void sums() {
    Map<String, Long> counted = new LinkedHashMap<>();
    for (Hint hint : evidence.hints()) {
      counted.merge(hint.ending() == null ? "open" : hint.ending(), 1L, Long::sum);
    }
    same("ACCEPTED", (long) evidence.hints().size());
    for (String ending : ENDINGS) {
      same(ending, counted.getOrDefault(ending, 0L));
    }
  }

  private void same(String name, Long counted) {
    Long told = evidence.ledger().getOrDefault(name, 0L);
    if (!told.equals(counted)) {
      lost("the ledger says " + told + " " + name + ", the rows " + counted);
    }
  }

  private void endings() {
    Map<Long, Hint> hints = new LinkedHashMap<>();
    evidence.hints().forEach(hint -> hints.put(hint.id(), hint));
    Map<Long, Integer> waiting = new LinkedHashMap<>();
    for (Delivery delivery : evidence.deliveries()) {
      Hint hint = hints.get(delivery.hint());
      if (delivery.ending() != null) {
        continue;
      }
      waiting.merge(delivery.hint(), 1, Integer::sum);
      if (hint == null || hint.ending() != null) {
        lost("hint " + delivery.hint() + " ended, but still waits at " + delivery.workflow());
      } else if (!pending.isHeld(delivery.workflow())) {
        lost("hint " + hint.id() + " of " + hint.key() + " in flight at " + delivery.workflow());
      }
    }
    for (Hint hint : evidence.hints()) {
      if (hint.ending() == null && !waiting.containsKey(hint.id())) {
        lost("hint " + hint.id() + " of " + hint.key() + " has no ending and waits nowhere");
      }
    }
  }

  private void lost(String what) {
    verdict.add(Kind.LOST, what);
  }
}
