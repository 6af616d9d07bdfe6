package io.weft.activities.load;

import io.weft.activities.load.Linker.Linked;
import io.weft.activities.store.LoadPair;
import io.weft.activities.store.LoadPair.Outcome;
import io.weft.activities.store.LoadPair.State;
import io.weft.activities.store.LoadPairStore.Finished;
import io.weft.workflows.load.LoadActivities.LoadStep;
import io.weft.workflows.record.PairId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Works off the pairs of a load, some pieces at a time: links, makes and brings in step. What
 * became of a pair is noted once its pass has settled, never before: whatever is interrupted is
 * done again, and doing it again finds it done.
 */
final class Apply {
  /** Some minutes, because a load rests between tries: longer than any horizon is set. */
  private static final int TRIES = 40;

  private final Subject subject;
  private final Tools tools;
  private final Mail mail;
  private final Linker linker;
  private final Steps steps;
  private final SecondLooks looks;

  Apply(Subject subject, Tools tools, Steps.Who who) {
    this.subject = subject;
    this.tools = tools;
    this.mail = new Mail(subject, tools);
    this.linker = new Linker(subject, tools, mail);
    this.steps = new Steps(subject, tools, mail, who);
    this.looks = new SecondLooks(subject, tools, steps);
  }

  LoadStep run(Shift shift) {
    ToDo toDo = ToDo.of(subject, tools);
    tools
        .crew()
        .each(
            () -> shift.goesOn() ? toDo.next() : Optional.empty(),
            piece -> shift.piece(() -> piece(piece, shift)));
    boolean complete = isNothingLeft() && noneIsPutOff();
    return new Totals(tools.stores().loads().counts(subject.load())).applied(complete);
  }

  private boolean isNothingLeft() {
    return tools.stores().pairs().count(subject.load(), State.TODO) == 0;
  }

  /** Those that were put off had better rest a little; then they are to be done again. */
  private boolean noneIsPutOff() {
    return tools.stores().pairs().tryAgain(subject.load()) == 0;
  }

  private void piece(List<LoadPair> piece, Shift shift) {
    looks.look(shift);
    if (shift.goesOn()) {
      apply(piece, shift);
    }
  }

  private void apply(List<LoadPair> some, Shift shift) {
    List<Finished> finished = new ArrayList<>();
    Map<PairId, LoadPair> linked = new LinkedHashMap<>();
    for (Linked one : linker.link(some)) {
      if (one.end() == null) {
        linked.put(Objects.requireNonNull(one.pair()), one.work());
      } else {
        finished.add(lastTry(one.work(), one.end()).of(one.work()));
      }
    }
    tools.echoes().expect(linked.keySet());
    steps
        .run(List.copyOf(linked.keySet()), shift)
        .forEach(
            (pair, end) -> {
              LoadPair work = Objects.requireNonNull(linked.get(pair));
              finished.add(lastTry(work, made(work, end)).of(work));
            });
    tools.stores().pairs().finish(subject.load(), finished);
  }

  private static End made(LoadPair work, End end) {
    boolean settled = end.outcome() == Outcome.WRITTEN || end.outcome() == Outcome.EQUAL;
    return settled ? End.done(Outcomes.of(work.kind(), end.outcome())) : end;
  }

  /** Not for ever: the ordinary work has more patience, and a person to ask. */
  private End lastTry(LoadPair work, End end) {
    if (end.state() != State.LATER || work.tries() + 1 < TRIES) {
      return end;
    }
    mail.leaveToOrdinaryWork(work);
    return new End(State.DONE, Outcome.FAILED, end.trouble());
  }
}
