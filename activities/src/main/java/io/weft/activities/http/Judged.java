package io.weft.activities.http;

import io.weft.activities.failure.RemoteException;
import org.jspecify.annotations.Nullable;

/**
 * An answer and what it means.
 *
 * @param failure what went wrong; null where the call did what was asked
 */
public record Judged(Answer answer, @Nullable RemoteException failure) {
  /** The answer, if it did what was asked; throws what went wrong otherwise. */
  public Answer credible() {
    if (failure != null) {
      throw failure;
    }
    return answer;
  }
}
