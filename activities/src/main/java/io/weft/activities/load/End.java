package io.weft.activities.load;

import io.weft.activities.store.LoadPair;
import io.weft.activities.store.LoadPair.Outcome;
import io.weft.activities.store.LoadPair.State;
import io.weft.activities.store.LoadPairStore.Finished;
import io.weft.workflows.failure.Problem;
import org.jspecify.annotations.Nullable;

/** How an attempt at a pair ended. */
record End(State state, Outcome outcome, @Nullable Problem trouble) {
  static End done(Outcome outcome) {
    return new End(State.DONE, outcome, null);
  }

  static End done(Outcome outcome, Problem trouble) {
    return new End(State.DONE, outcome, trouble);
  }

  /** To be tried again before the load ends. */
  static End later(String record, String why) {
    return new End(State.LATER, Outcome.FAILED, Troubles.failed(record, why));
  }

  Finished of(LoadPair pair) {
    return new Finished(pair.sequence(), state, outcome, trouble);
  }
}
