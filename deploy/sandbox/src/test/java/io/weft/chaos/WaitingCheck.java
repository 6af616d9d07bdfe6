package io.weft.chaos;

import io.weft.chaos.Evidence.Waiter;
import io.weft.chaos.Verdict.Kind;

/**
 * G1 for records that wait: at rest nobody waits for what is there, and who waits for a record that
 * a person has to look at still listens.
 */
final class WaitingCheck {
  private final Evidence evidence;
  private final Pending pending;
  private final Verdict verdict;

  WaitingCheck(Evidence evidence, Verdict verdict) {
    this.evidence = evidence;
    this.pending = new Pending(evidence);
    this.verdict = verdict;
  }

  void run() {
    for (Waiter waiter : evidence.waiters()) {
      boolean there =
          Pending.blocking(waiter, evidence.links()).anyMatch(l -> l.state().equals("LIVE"));
      if (there) {
        lost(waiter + " waits for ever: what it waits for is linked");
      } else if (!pending.isHeldUp(waiter)) {
        lost(waiter + " waits for ever: nobody works at what it waits for");
      } else if (!evidence.runs().contains(waiter.workflow())) {
        lost(waiter + " is held up, but no run of it would hear of the release");
      }
    }
  }

  private void lost(String what) {
    verdict.add(Kind.LOST, what);
  }
}
