package io.weft.activities.store;

import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.SyncObjectName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What people decided about two records that may be the same: for the load at hand and all that
 * follow. Thread-safe.
 */
public interface DecisionStore {
  /**
   * Stores decisions, all or none. One that is there already stays, whoever took it: see {@link
   * Taken}.
   */
  List<Taken> decide(SyncObjectName object, LegalEntity legalEntity, List<Decision> decisions);

  /** The decisions that name one of these records. */
  List<Decision> of(
      SyncObjectName object,
      LegalEntity legalEntity,
      Collection<String> creatioKeys,
      Collection<String> d365Keys);

  /** Whether a person said that the account of the pair and that D365 record are not the same. */
  default boolean parted(PairId pair, String d365Key) {
    return of(pair.object(), pair.legalEntity(), List.of(pair.key()), List.of()).stream()
        .anyMatch(one -> !one.accepted() && one.d365Key().equals(d365Key));
  }

  /** Replaces a decision, on an operator's word: what was linked is to be linked no more. */
  void overrule(SyncObjectName object, LegalEntity legalEntity, Decision decision);

  /** A decision about two records. */
  record Decision(
      String creatioKey, String d365Key, boolean accepted, String who, String why, Instant at) {}

  /** What is stored for a pair now, and whether it was stored by this call. */
  record Taken(Decision stored, boolean anew) {}
}
