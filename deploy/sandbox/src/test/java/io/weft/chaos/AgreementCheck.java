package io.weft.chaos;

import io.weft.chaos.Evidence.Link;
import io.weft.chaos.Evidence.Place;
import io.weft.chaos.Evidence.Write;
import io.weft.chaos.Verdict.Kind;
import java.util.Map;

/** G4: at rest both sides agree, and looking again writes nothing. */
final class AgreementCheck {
  private final Evidence evidence;
  private final Verdict verdict;

  AgreementCheck(Evidence evidence, Verdict verdict) {
    this.evidence = evidence;
    this.verdict = verdict;
  }

  void run() {
    for (Link link : evidence.links()) {
      if (!link.hasEnded() && !evidence.parked().contains(link.pair())) {
        agree(link);
      }
    }
    for (Write write : evidence.journal()) {
      if (write.isOurs() && write.sequence() > evidence.restedAt()) {
        diverged("written at rest: " + write);
      }
    }
  }

  private void agree(Link link) {
    Map<String, String> account = evidence.accounts().get(link.account());
    Map<String, String> customer = evidence.customers().get(link.customer());
    if (account == null || customer == null || !link.state().equals("LIVE")) {
      diverged(link + " does not stand for two records");
      return;
    }
    for (Field field : Field.values()) {
      String here = account.getOrDefault(field.on(Place.CREATIO), "");
      String there = customer.getOrDefault(field.on(Place.D365), "");
      if (!here.equals(there)) {
        diverged(field + " of " + link.pair() + ": '" + here + "' and '" + there + "'");
      }
    }
  }

  private void diverged(String what) {
    verdict.add(Kind.DIVERGED, what);
  }
}
