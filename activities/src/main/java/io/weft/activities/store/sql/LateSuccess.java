package io.weft.activities.store.sql;

import io.weft.activities.store.Each;
import io.weft.activities.store.Incoming;
import io.weft.activities.store.Intent;
import io.weft.activities.store.IntentResult;
import io.weft.activities.store.IntentResult.Outcome;
import io.weft.activities.store.Link;
import io.weft.activities.store.StoreException;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * An overtaken attempt learns that its write succeeded after all, when somebody else has already
 * recorded another outcome. The row is corrected, what was written is unknown from now on, whoever
 * works on the record must read anew, and a hint asks for another look.
 */
final class LateSuccess {
  private final Wiring wiring;
  private final LinkRows links;
  private final BaseRows bases;
  private final IntentRows intents;
  private final HintRows hints;
  private final AuditRows audit;

  LateSuccess(Wiring wiring) {
    this.wiring = wiring;
    this.links = new LinkRows(wiring);
    this.bases = new BaseRows(wiring);
    this.intents = new IntentRows(wiring);
    this.hints = new HintRows(wiring);
    this.audit = new AuditRows(wiring);
  }

  /**
   * Corrects what those wrote that were overtaken.
   *
   * @param results what each knows of its intents, in the same order
   */
  void correct(List<? extends Each<?>> each, List<List<IntentResult>> results) {
    for (int i = 0; i < results.size(); i++) {
      if (each.get(i) instanceof Each.LeftOut<?> out
          && out.why() instanceof StoreException.Overtaken) {
        correct(results.get(i));
      }
    }
  }

  /** Corrects those that are closed otherwise; an intent still open is the new holder's. */
  private void correct(List<IntentResult> results) {
    for (IntentResult result : results) {
      if (result.outcome() == Outcome.APPLIED) {
        wiring.database().change(handle -> correct(handle, result));
      }
    }
  }

  private void correct(Handle handle, IntentResult result) {
    Optional<Intent> intent =
        intents.find(handle, result.intentId()).map(row -> row.announced().intent());
    if (intent.isPresent()) {
      List<Link> concerned = concerned(handle, intent.get());
      links.lock(handle, concerned);
      if (isClosedOtherwise(handle, result)) {
        correct(handle, result, intent.get(), concerned);
      }
    }
  }

  private List<Link> concerned(Handle handle, Intent intent) {
    List<Link> concerned = new ArrayList<>(links.of(handle, intent.target()));
    links
        .find(handle, intent.pair())
        .filter(link -> !concerned.contains(link))
        .ifPresent(concerned::add);
    return concerned;
  }

  private boolean isClosedOtherwise(Handle handle, IntentResult result) {
    return intents
        .find(handle, result.intentId())
        .filter(row -> !row.isOpen() && row.outcome() != Outcome.APPLIED)
        .isPresent();
  }

  private void correct(Handle handle, IntentResult result, Intent intent, List<Link> concerned) {
    Ledger ledger = new Ledger();
    intents.close(handle, Map.of(intent.id(), Outcome.APPLIED));
    concerned.forEach(link -> links.touch(handle, link));
    Hint look = Hint.of(intent.target(), Origin.PASS, wiring.now());
    hints.store(handle, Incoming.of(look), Link.following(concerned), ledger);
    bases.doubt(handle, intent);
    audit.correct(handle, result);
    ledger.write(handle);
  }
}
