package io.weft.activities.store.memory;

import io.weft.activities.merge.Base;
import io.weft.activities.store.AuditStore;
import io.weft.activities.store.Effects;
import io.weft.activities.store.Entries;
import io.weft.activities.store.Incoming;
import io.weft.activities.store.Intent;
import io.weft.activities.store.IntentResult;
import io.weft.activities.store.IntentResult.Outcome;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkChange;
import io.weft.activities.store.memory.MemoryState.BaseRow;
import io.weft.activities.store.memory.MemoryState.IntentRow;
import io.weft.activities.store.memory.MemoryState.PairSide;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.Side;
import java.util.List;

/** What the outcome of a write does when others than its own attempt learn of it. */
final class MemoryOutcomes {
  private final MemoryState state;

  MemoryOutcomes(MemoryState state) {
    this.state = state;
  }

  /** A success that is learnt of after somebody else has closed the intent otherwise. */
  void correct(IntentResult result) {
    IntentRow row = state.intents.get(result.intentId());
    if (row == null || row.isOpen() || result.outcome() != Outcome.APPLIED) {
      return;
    }
    if (row.outcome() == Outcome.APPLIED) {
      return;
    }
    Intent intent = row.announced().intent();
    state.intents.put(intent.id(), new IntentRow(row.announced(), Outcome.APPLIED));
    state.audit.replaceAll(entry -> corrected(entry, result));
    PairSide target = new PairSide(intent.pair(), intent.target().side());
    BaseRow base = state.bases.get(target);
    if (base != null) {
      Base doubted = Effects.doubted(base.base(), intent);
      if (!base.base().equals(doubted)) {
        state.bases.put(target, new BaseRow(doubted, null));
      }
    }
    for (Link link : state.linksOf(intent.target())) {
      state.links.put(link.pair(), link.with(LinkChange.NONE, List.of()));
    }
    Hint look = Hint.of(intent.target(), Origin.PASS, state.clock.instant());
    state.store(Incoming.of(look), Link.following(state.linksOf(intent.target())));
  }

  private static AuditStore.Entry corrected(AuditStore.Entry entry, IntentResult late) {
    return late.intentId().equals(entry.intentId()) ? Entries.corrected(entry, late) : entry;
  }

  void rebase(Intent intent, Outcome outcome) {
    for (Side side : Side.values()) {
      PairSide key = new PairSide(intent.pair(), side);
      Base before = state.bases.get(key) == null ? null : state.bases.get(key).base();
      Base after = Effects.ofForeign(before, side, intent, outcome);
      if (after != null && !after.equals(before)) {
        state.bases.put(key, new BaseRow(after, null));
      }
    }
  }
}
