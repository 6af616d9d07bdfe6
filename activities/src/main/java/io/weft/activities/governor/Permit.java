package io.weft.activities.governor;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Leave for one request. Tell how it went, then close it; a permit that is closed without a word
 * was not used.
 */
public interface Permit extends AutoCloseable {
  /** The system answered, whatever it said. */
  default void answered() {
    answered(1);
  }

  /**
   * The same for a request of several parts, which may take as many times as long.
   *
   * @param parts at least 1
   */
  void answered(int parts);

  /** The system did not answer, or something in front of it did: it may be away. */
  void failed();

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
