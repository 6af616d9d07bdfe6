package io.weft.activities.store;

import java.util.function.Function;

/**
 * What one transaction over many pairs did for one of them.
 *
 * @param <T> what it has to show for it
 */
public sealed interface Each<T> {
  /** The same for what follows from it; who was left out stays left out. */
  default <U> Each<U> then(Function<T, U> next) {
    return this instanceof Stored<T> stored
        ? new Stored<>(next.apply(stored.result()))
        : new LeftOut<>(((LeftOut<T>) this).why());
  }

  /** It was stored. */
  record Stored<T>(T result) implements Each<T> {}

  /** Nothing of it was stored, and nobody else was kept from his. */
  record LeftOut<T>(StoreException why) implements Each<T> {}
}
