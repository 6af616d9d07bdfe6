package io.weft.activities.store;

/**
 * What one transaction over many pairs did for one of them.
 *
 * @param <T> what it has to show for it
 */
public sealed interface Each<T> {
  /** It was stored. */
  record Stored<T>(T result) implements Each<T> {}

  /** Nothing of it was stored, and nobody else was kept from his. */
  record LeftOut<T>(StoreException why) implements Each<T> {}
}
