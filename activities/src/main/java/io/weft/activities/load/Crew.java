package io.weft.activities.load;

import io.weft.activities.store.Bulk;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Does pieces of one work side by side, so that while one waits for a remote system another goes
 * on. Thread-safe; a piece must not use a crew itself, or all might wait for each other.
 */
public final class Crew {
  private final Executor hands;
  private final int size;
  private final Desks desks;

  private Crew(Executor hands, int size, Desks desks) {
    this.hands = hands;
    this.size = size;
    this.desks = desks;
  }

  /** One after the other, in the caller's own thread. */
  public static Crew alone() {
    return new Crew(Runnable::run, 1, new Desks(1));
  }

  /** So many at a time, for all callers together. Its threads never keep a process alive. */
  public static Crew of(int size) {
    return of(size, size);
  }

  /**
   * The same with fewer desks than hands: so many compute at a time, the others wait for remote
   * systems.
   */
  public static Crew of(int size, int desks) {
    return new Crew(threads(size), size, new Desks(desks));
  }

  private static Executor threads(int size) {
    AtomicInteger number = new AtomicInteger();
    return Executors.newFixedThreadPool(
        size,
        work -> {
          Thread thread = new Thread(work, "load-crew-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * Does all of it; returns when nothing is under way any more, whatever became of it.
   *
   * @return what each returned, in their order
   * @throws RuntimeException what the first of those that failed threw, with the others suppressed
   */
  public <T> List<T> all(List<Supplier<T>> works) {
    return joined(works.stream().map(one -> supply(() -> desks.at(one))).toList());
  }

  private static <T> List<T> joined(List<CompletableFuture<T>> begun) {
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

  /**
   * Draws one piece after the other, whenever a hand and a desk are free, until none is left.
   * Callers take turns, piece by piece. After a failure nothing more is drawn.
   *
   * @param next the next piece; asked by several threads, and again after it had none
   * @throws RuntimeException as {@link #all}
   */
  public <P> void each(Supplier<Optional<P>> next, Consumer<P> work) {
    AtomicBoolean over = new AtomicBoolean();
    Supplier<Boolean> draw = () -> desks.at(() -> !over.get() && drawn(next, work, over));
    joined(Stream.generate(() -> on(draw)).limit(size).toList());
  }

  /**
   * Begins this as soon as a hand is free, without a desk; whoever asks for it earlier than that
   * does it himself. So nobody waits for what has not begun, and a piece may use it.
   *
   * @return gives what it returned, or throws what it threw, whenever it is asked
   */
  public <T> Supplier<T> early(Supplier<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Runnable task = once(() -> done.completeAsync(work, Runnable::run));
    hands.execute(() -> Bulk.run(task));
    return () -> {
      task.run();
      return joined(List.of(done)).get(0);
    };
  }

  /** Does nothing when it is run again. */
  private static Runnable once(Runnable task) {
    AtomicBoolean begun = new AtomicBoolean();
    return () -> {
      if (!begun.getAndSet(true)) {
        task.run();
      }
    };
  }

  private static <P> boolean drawn(
      Supplier<Optional<P>> next, Consumer<P> work, AtomicBoolean over) {
    try {
      Optional<P> piece = next.get();
      piece.ifPresent(work);
      return piece.isPresent();
    } catch (RuntimeException | Error e) {
      over.set(true);
      throw e;
    }
  }

  private <T> CompletableFuture<T> supply(Supplier<T> work) {
    return CompletableFuture.supplyAsync(() -> Bulk.work(work), hands);
  }

  /** Draws again and again, each time behind the others that want a hand. */
  private CompletableFuture<Boolean> on(Supplier<Boolean> draw) {
    return supply(draw)
        .thenCompose(more -> more ? on(draw) : CompletableFuture.completedFuture(false));
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
