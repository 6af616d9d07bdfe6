package io.weft.workflows.record;

import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * One value for each side. Unmarked because the null checker of JDK 17 does not follow nullness
 * through type arguments: whether a side may be null is said where the type is used.
 */
@NullUnmarked
public record Both<T extends @Nullable Object>(T creatio, T d365) {
  /** The value of one side. */
  public T of(Side side) {
    return switch (side) {
      case CREATIO -> creatio;
      case D365 -> d365;
    };
  }

  /** The same values with one side replaced. */
  public Both<T> with(Side side, T value) {
    return switch (side) {
      case CREATIO -> new Both<>(value, d365);
      case D365 -> new Both<>(creatio, value);
    };
  }

  /** Both values run through the same function, Creatio first. */
  public <R extends @Nullable Object> Both<R> map(Function<? super T, ? extends R> function) {
    return new Both<>(function.apply(creatio), function.apply(d365));
  }
}
