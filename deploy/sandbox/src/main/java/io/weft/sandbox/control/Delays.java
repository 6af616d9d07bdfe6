package io.weft.sandbox.control;

import java.time.Duration;

/**
 * How slow a system is.
 *
 * @param answer how long each answer is delayed at least
 * @param write how long each record takes to be written, also within a batch, where one is written
 *     after the other
 */
public record Delays(Duration answer, Duration write) {
  /** As fast as it can. */
  public static final Delays NONE = new Delays(Duration.ZERO, Duration.ZERO);
}
