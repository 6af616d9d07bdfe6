package io.weft.chaos;

import io.weft.chaos.Evidence.Entry;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How far a load has come, read by plain SQL, whoever is alive. */
final class LoadStore {
  private final StoreView store;

  LoadStore(StoreView store) {
    this.store = store;
  }

  /** Whether there is a load, and no plan only: from then on new records wait for it. */
  boolean isOpened() {
    return store.number("SELECT COUNT(*) FROM load WHERE plan_only = 0") > 0;
  }

  /** Whether a load, and no plan, is over. */
  boolean isClosed() {
    return store.number("SELECT COUNT(*) FROM load WHERE plan_only = 0 AND state <> 'OPEN'") > 0;
  }

  /** Pairs that are worked off. */
  long done() {
    return store.number(
        "SELECT COUNT(*) FROM load_pair p JOIN load l ON l.id = p.load_id"
            + " WHERE l.plan_only = 0 AND p.state = 'DONE'");
  }

  /** Pairs that the load has not done yet. */
  long left() {
    return store.number(
        "SELECT COUNT(*) FROM load_pair p JOIN load l ON l.id = p.load_id"
            + " WHERE l.plan_only = 0 AND p.state IN ('TODO', 'LATER')");
  }

  /** Writes of these runs that the audit tells. */
  long writes(Set<String> runs) {
    return store.number("SELECT COUNT(*) FROM audit WHERE target IS NOT NULL AND " + in(runs));
  }

  /** The whole audit. */
  List<Entry> audit() {
    return store.audit();
  }

  /** The ids of the audit's rows of these runs. */
  Set<Long> audited(Set<String> runs) {
    return store.audit(in(runs)).stream().map(Entry::id).collect(Collectors.toSet());
  }

  private static String in(Set<String> runs) {
    return runs.stream().collect(Collectors.joining("', '", "run IN ('", "')"));
  }
}
