package io.weft.activities.load;

import io.weft.activities.store.LoadPair.Outcome;
import io.weft.activities.store.LoadPair.State;
import io.weft.activities.store.LoadTally;
import io.weft.workflows.load.LoadActivities.LoadStep;
import java.util.Map;

/** The totals of a load, read by name. */
final class Totals {
  private final Map<String, LoadTally.Count> counts;

  Totals(Map<String, LoadTally.Count> counts) {
    this.counts = counts;
  }

  long of(String name) {
    LoadTally.Count count = counts.get(name);
    return count == null ? 0 : count.amount();
  }

  /** The sum of all totals whose names begin so. */
  long sum(String prefix) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .mapToLong(entry -> entry.getValue().amount())
        .sum();
  }

  long outcome(Outcome outcome) {
    return of("outcome/" + outcome);
  }

  /** Pairs that are to be done in all. */
  long toDo() {
    return of("begun/" + State.TODO) + of("review/accepted");
  }

  /** How far applying has come. */
  LoadStep applied(boolean complete) {
    return new LoadStep(complete, sum("outcome/"), toDo(), null);
  }
}
