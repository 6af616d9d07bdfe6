package io.weft.activities.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a stage of a load has come.
 *
 * @param at where it goes on; "" at its beginning
 * @param handled records handled so far
 * @param begunAt when its first step was stored; null before
 * @param movedAt when its last step was stored
 */
public record LoadPlace(
    String at,
    boolean complete,
    long handled,
    @Nullable Instant begunAt,
    @Nullable Instant movedAt) {
  /** Before the first step. */
  public static final LoadPlace BEGINNING = new LoadPlace("", false, 0, null, null);
}
