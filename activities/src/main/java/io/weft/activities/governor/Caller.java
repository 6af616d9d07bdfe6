package io.weft.activities.governor;

import io.weft.workflows.record.LegalEntity;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a request is sent. Live work passes bulk; within a lane the legal entities take
 * turns, so that a large one keeps no small one waiting.
 *
 * @param legalEntity null for what belongs to none, which takes its turn like one more
 */
public record Caller(Lane lane, @Nullable LegalEntity legalEntity) {
  /** Live work of no legal entity. */
  public static final Caller LIVE = new Caller(Lane.LIVE, null);

  /** Bulk work of no legal entity. */
  public static final Caller BULK = new Caller(Lane.BULK, null);

  /** The same in another lane. */
  public Caller in(Lane other) {
    return new Caller(other, legalEntity);
  }

  /** The same for another legal entity. */
  public Caller on(LegalEntity other) {
    return new Caller(lane, other);
  }
}
