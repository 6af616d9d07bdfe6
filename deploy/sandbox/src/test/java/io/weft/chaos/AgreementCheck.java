package io.weft.chaos;

import io.weft.chaos.Evidence.Link;
import io.weft.chaos.Evidence.Place;
import io.weft.chaos.Evidence.Write;
import io.weft.chaos.Verdict.Kind;
import java.util.Map;

/** G4: at rest both sides agree but for blanks around a value, and looking again writes nothing. */
final class AgreementCheck {
  private final Evidence evidence;
  private final Pending pending;
  private final Verdict verdict;

  AgreementCheck(Evidence evidence, Verdict verdict) {
    this.evidence = evidence;
    this.pending = new Pending(evidence);
    this.verdict = verdict;
  }

  void run() {
    for (Link link : evidence.links()) {
      if (!link.hasEnded() && !pending.isHeld(link.pair())) {
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
    Map<String, String> here = evidence.rows().of(Place.CREATIO, link.thing()).get(link.creatio());
    Map<String, String> there = evidence.rows().of(Place.D365, link.thing()).get(link.d365());
    if (here == null || there == null || !link.state().equals("LIVE")) {
      diverged(link + " does not stand for two records");
      return;
    }
    for (Field field : Field.of(link.thing())) {
      String creatio = here.getOrDefault(field.on(Place.CREATIO), "");
      String d365 = there.getOrDefault(field.on(Place.D365), "");
      if (!creatio.strip().equals(d365.strip())) {
        diverged(
            field
                + " of "
                + link.pair()
                + " "
                + link.d365()
                + ": '"
                + creatio
                + "' and '"
                + d365
                + "'");
      }
    }
  }

  private void diverged(String what) {
    verdict.add(Kind.DIVERGED, what);
  }
}
