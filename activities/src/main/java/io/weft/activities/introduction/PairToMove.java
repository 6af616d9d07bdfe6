package io.weft.activities.introduction;

import io.weft.activities.store.Link;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;

/**
 * The newcomer's partner belongs to a record that was merged into the newcomer, which nobody told
 * the pair: it must be told, and moves; then look again.
 */
public final class PairToMove extends AwaitedTwin {
  private static final long serialVersionUID = 1L;

  private final transient Link link;

  PairToMove(Link link) {
    super(link.pair().path());
    this.link = link;
  }

  /** The pair that has to move. */
  public PairId pair() {
    return link.pair();
  }

  /** The record that was merged away. */
  public RecordRef lost() {
    return RecordRef.creatio(link.pair().object(), link.creatioId());
  }
}
