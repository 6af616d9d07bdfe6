package io.weft.activities.introduction;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.object.StateOnRecord;
import io.weft.activities.object.SyncObject;
import io.weft.activities.object.SyncObjects;
import io.weft.activities.pass.Attempt;
import io.weft.activities.pass.WriteGate;
import io.weft.activities.store.Intent;
import io.weft.activities.store.IntentResult;
import io.weft.activities.store.IntentResult.Outcome;
import io.weft.activities.store.TellingStore;
import io.weft.activities.value.Fields;
import io.weft.workflows.introduction.IntroductionOutcome;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells on a record of Creatio that is not linked yet how it stands: what it waits for, what a
 * person has to see to, or why it was left out after all. Written where it has changed, announced
 * and audited as every write. A record that cannot be told goes on all the same. Safe to repeat.
 */
public final class Notice {
  private static final Logger log = LoggerFactory.getLogger(Notice.class);
  private static final String PREFIX = "notice/";

  private final SyncObjects objects;
  private final TellingStore store;
  private final WriteGate gate;
  private final LegalEntity leading;

  /**
   * A notice.
   *
   * @param leading the legal entity under which the audit lists what was told
   */
  public Notice(SyncObjects objects, TellingStore store, WriteGate gate, LegalEntity leading) {
    this.objects = objects;
    this.store = store;
    this.gate = gate;
    this.leading = leading;
  }

  /** Shows how an introduction ended; what became of a linked record its pass tells. */
  public void tell(RecordRef record, IntroductionOutcome outcome, Attempt attempt) {
    SyncObject object = objects.arriving(record);
    StateOnRecord state = object.state();
    if (state == null || record.side() != Side.CREATIO) {
      return;
    }
    settleInterrupted(record);
    Sentence sentence = sentence(record, outcome);
    try {
      if (sentence != null && gate.open(object) && state.isThere()) {
        show(record, state, state.fields(sentence.state(), sentence.words()), attempt);
      }
    } catch (RemoteException e) {
      log.atInfo()
          .addKeyValue("record", record.path())
          .addKeyValue("why", String.valueOf(e.getMessage()))
          .log("How the record stands could not be shown on it");
    }
  }

  private record Sentence(String state, String words) {}

  private @Nullable Sentence sentence(RecordRef record, IntroductionOutcome outcome) {
    if (outcome instanceof IntroductionOutcome.WaitsFor waits) {
      String because = waits.because() == null ? "" : " It is held up: " + waits.because();
      return new Sentence("Waiting", "Waits for " + waits.other().path() + "." + because);
    }
    if (outcome instanceof IntroductionOutcome.NeedsPerson needs) {
      return new Sentence("Needs a person", needs.problem().what());
    }
    boolean news = outcome instanceof IntroductionOutcome.LeftOut && store.hasTold(pair(record));
    return news ? new Sentence("Left out", ((IntroductionOutcome.LeftOut) outcome).why()) : null;
  }

  /** Whether it arrived matters to nothing: it is told again where the record shows otherwise. */
  private void settleInterrupted(RecordRef record) {
    for (Intent intent : store.open(record)) {
      if (intent.id().startsWith(PREFIX)) {
        store.close(new IntentResult(intent.id(), Outcome.UNKNOWN, "no answer came"));
      }
    }
  }

  private void show(RecordRef record, StateOnRecord state, Fields wanted, Attempt attempt) {
    attempt.beforeSend();
    Optional<Fields> shown = state.shown(record);
    if (shown.isEmpty() || shown.get().equals(wanted)) {
      return;
    }
    Intent intent = intent(record, shown.get(), wanted, attempt);
    store.announce(intent, attempt.holder().run());
    try {
      attempt.beforeSend();
      state.show(record, wanted);
    } catch (RemoteException e) {
      boolean unknown = e instanceof RemoteException.Unavailable lost && lost.sent();
      Outcome outcome = unknown ? Outcome.UNKNOWN : Outcome.REFUSED;
      store.close(new IntentResult(intent.id(), outcome, String.valueOf(e.getMessage())));
      throw e;
    }
    store.close(new IntentResult(intent.id(), Outcome.APPLIED, "answered with success"));
  }

  private Intent intent(RecordRef record, Fields before, Fields sent, Attempt attempt) {
    Instant now = attempt.clock().instant();
    return new Intent(
        PREFIX + UUID.randomUUID(),
        pair(record),
        record,
        Intent.Kind.UPKEEP,
        before,
        sent,
        Fields.none(),
        "",
        decisions(before, sent),
        now,
        attempt.deadline(),
        attempt.deadline());
  }

  private static List<FieldDecision> decisions(Fields before, Fields sent) {
    List<FieldDecision> decisions = new ArrayList<>();
    sent.forEach(
        (name, value) ->
            decisions.add(
                new FieldDecision(
                    name,
                    Verdict.TO_CREATIO,
                    Side.CREATIO,
                    before.get(name).text(),
                    value.text(),
                    null,
                    "Tells on the record how it stands.")));
    return decisions;
  }

  private PairId pair(RecordRef record) {
    return new PairId(record.object(), leading, record.key());
  }
}
