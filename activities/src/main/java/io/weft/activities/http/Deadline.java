package io.weft.activities.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the attempt that sends must have stopped sending; after it a twin may be at work. */
@FunctionalInterface
public interface Deadline {
  /** No deadline, for commands that a person runs. */
  Deadline NONE = () -> null;

  /** The deadline of the calling attempt; null where it has none. */
  @Nullable Instant at();
}
