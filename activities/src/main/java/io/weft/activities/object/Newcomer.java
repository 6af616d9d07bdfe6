package io.weft.activities.object;

import io.weft.activities.value.Snapshot;

/**
 * A record seen for the first time, as it is now.
 *
 * @param wanted whether another record waits for it to be linked
 */
public record Newcomer(Snapshot snapshot, boolean wanted) {
  /** One that nobody waits for. */
  public Newcomer(Snapshot snapshot) {
    this(snapshot, false);
  }
}
