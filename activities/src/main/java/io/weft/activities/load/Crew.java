package io.weft.activities.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Does pieces of one work side by side, so that while one waits for a remote system another goes
 * on. Thread-safe; a piece must not use a crew itself, or all might wait for each other.
 */
public final class Crew {
  private final Executor hands;

  private Crew(Executor hands) {
    this.hands = hands;
  }

  /** One after the other, in the caller's own thread. */
  public static Crew alone() {
    return new Crew(Runnable::run);
  }

  /** So many at a time, for all callers together. Its threads never keep a process alive. */
  public static Crew of(int size) {
    AtomicInteger number = new AtomicInteger();
    return new Crew(
        Executors.newFixedThreadPool(
            size,
            work -> {
              Thread thread = new Thread(work, "load-crew-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            }));
  }

  /**
   * Does all of it; returns when nothing is under way any more, whatever became of it.
   *
   * @return what each returned, in their order
   * @throws RuntimeException what the first of those that failed threw, with the others suppressed
   */
  public <T> List<T> all(List<Supplier<T>> works) {
    List<CompletableFuture<T>> begun =
        works.stream().map(work -> CompletableFuture.supplyAsync(work, hands)).toList();
    List<T> done = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (CompletableFuture<T> one : begun) {
      try {
        done.add(one.join());
      } catch (CompletionException e) {
        failures.add(Objects.requireNonNullElse(e.getCause(), e));
      }
    }
    if (!failures.isEmpty()) {
      throw first(failures);
    }
    return done;
  }

  /** The same, where one thing is to be done with each of these. */
  public <P, T> List<T> all(List<P> pieces, Function<P, T> work) {
    return all(pieces.stream().<Supplier<T>>map(piece -> () -> work.apply(piece)).toList());
  }

  private static RuntimeException first(List<Throwable> failures) {
    Throwable first = failures.get(0);
    failures.stream().skip(1).filter(other -> other != first).forEach(first::addSuppressed);
    if (first instanceof Error error) {
      throw error;
    }
    return first instanceof RuntimeException e ? e : new IllegalStateException(first);
  }
}
