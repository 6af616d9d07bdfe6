package io.weft.activities.load;

import io.weft.activities.store.LoadPair.State;
import io.weft.workflows.record.PairId;
import java.util.List;

/** Looks again at pairs that D365 has sent an event about: see {@link Echoes}. Thread-safe. */
final class SecondLooks {
  /** As many as go to a remote system in one request. */
  private static final int MOST = 50;

  private final Subject subject;
  private final Echoes echoes;
  private final Steps steps;
  private final Mail mail;

  SecondLooks(Subject subject, Tools tools, Steps steps, Mail mail) {
    this.subject = subject;
    this.echoes = tools.echoes();
    this.steps = steps;
    this.mail = mail;
  }

  /** Brings some of them in step; whom somebody else works on, or nobody could, gets a run. */
  void look(Shift shift) {
    List<PairId> pairs = echoes.take(subject.load().id(), MOST);
    try {
      steps
          .run(pairs, shift)
          .forEach(
              (pair, end) -> {
                if (end.state() == State.LATER) {
                  mail.leaveToOrdinaryWork(pair);
                }
              });
    } catch (RuntimeException e) {
      pairs.forEach(mail::leaveToOrdinaryWork);
      throw e;
    }
  }
}
