package io.weft.activities.http;

import io.weft.activities.failure.RemoteException;
import org.jspecify.annotations.Nullable;

/** What one system's answers mean. */
public interface Classifier {
  /** Whether a fresh sign-in may help. The request was not carried out. */
  boolean signInNeeded(Answer answer);

  /** What went wrong; null where the call did what was asked. */
  @Nullable RemoteException failure(Answer answer);
}
