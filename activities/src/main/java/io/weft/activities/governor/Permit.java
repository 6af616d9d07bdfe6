package io.weft.activities.governor;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Leave for one request. Close it when the answer is read, after telling how it went. */
public interface Permit extends AutoCloseable {
  /**
   * The system asked us to slow down: holds the whole connection, both lanes.
   *
   * @param retryAfter how long; null where the system did not say
   */
  void throttled(@Nullable Duration retryAfter);

  /** Frees the place; closing twice does nothing. */
  @Override
  void close();
}
