package io.weft.activities.poll;

/**
 * A sign of life, given between remote calls. Throws unchecked when the work has been called off,
 * so that a long read ends between two requests.
 */
@FunctionalInterface
public interface Beat {
  void beat();

  /** No one listens. */
  static Beat none() {
    return () -> {};
  }
}
