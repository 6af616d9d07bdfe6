package io.weft.activities.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.store.Bulk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrewTest {
  /** Whether the other one came too. */
  private static boolean meet(CountDownLatch latch) {
    latch.countDown();
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void piecesAreDoneSideBySideAndAnsweredInTheirOrder() {
    CountDownLatch both = new CountDownLatch(2);
    List<Supplier<String>> works =
        List.of(() -> meet(both) ? "first" : "alone", () -> meet(both) ? "second" : "alone");

    assertThat(Crew.of(2).all(works)).containsExactly("first", "second");
  }

  @Test
  void onlySoManyComputeAtATimeAndAllOfItIsBulk() {
    AtomicInteger computing = new AtomicInteger();
    Supplier<Integer> work =
        () -> {
          int now = computing.incrementAndGet();
          LockSupport.parkNanos(20_000);
          computing.decrementAndGet();
          return Bulk.isUnderWay() ? now : -1;
        };

    assertThat(Crew.of(4, 1).all(Collections.nCopies(200, work))).containsOnly(1);
    assertThat(Bulk.isUnderWay()).isFalse();
  }

  @Test
  void whatFailedIsThrownOnceNothingIsUnderWay() {
    AtomicBoolean done = new AtomicBoolean();
    CountDownLatch failed = new CountDownLatch(1);
    List<Supplier<Boolean>> works =
        List.of(
            () -> {
              failed.countDown();
              throw new IllegalStateException("the first");
            },
            () -> {
              done.set(meet(failed));
              throw new IllegalArgumentException("the second");
            });

    assertThatThrownBy(() -> Crew.of(2).all(works))
        .isInstanceOf(IllegalStateException.class)
        .hasSuppressedException(new IllegalArgumentException("the second"));
    assertThat(done).isTrue();
  }

  @Test
  void aloneEachIsDoneInTheCallersThread() {
    Thread own = Thread.currentThread();

    assertThat(Crew.alone().all(List.<Supplier<Thread>>of(Thread::currentThread)))
        .containsExactly(own);
  }

  @Test
  void whatIsDrawnIsDoneOnceAndSideBySideUntilNothingIsLeft() {
    Queue<Integer> pieces = new ConcurrentLinkedQueue<>(IntStream.range(0, 500).boxed().toList());
    CountDownLatch both = new CountDownLatch(2);
    List<Integer> done = Collections.synchronizedList(new ArrayList<>());
    List<Boolean> met = Collections.synchronizedList(new ArrayList<>());

    Crew.of(2)
        .each(
            () -> Optional.ofNullable(pieces.poll()),
            piece -> {
              done.add(piece);
              if (piece < 2) {
                met.add(meet(both));
              }
            });

    assertThat(done).hasSize(500).doesNotHaveDuplicates();
    assertThat(met).containsExactly(true, true);
  }

  @Test
  void afterAFailureNothingMoreIsDrawn() {
    AtomicInteger drawn = new AtomicInteger();

    assertThatThrownBy(
            () ->
                Crew.of(3)
                    .each(
                        () -> Optional.of(drawn.incrementAndGet()),
                        piece -> {
                          throw new IllegalStateException("a full disk");
                        }))
        .hasMessage("a full disk");

    assertThat(drawn.get()).isLessThanOrEqualTo(3);
  }

  @Test
  void whatWasBegunEarlyIsDoneOnceAndAsBulk() {
    AtomicInteger times = new AtomicInteger();
    Supplier<Integer> early =
        Crew.of(1).early(() -> Bulk.isUnderWay() ? times.incrementAndGet() : -1);

    assertThat(Bulk.work(early)).isEqualTo(1);
    assertThat(Bulk.work(early)).isEqualTo(1);
  }

  /** Otherwise pieces that read ahead could take all hands, and wait for each other. */
  @Test
  void whoAsksForWhatHasNotBegunDoesItHimself() {
    Crew crew = Crew.of(1);

    assertThat(crew.all(List.of("a piece"), piece -> crew.early(() -> "read").get()))
        .containsExactly("read");
  }

  @Test
  void whatFailedEarlyIsThrownToWhoeverAsks() {
    Supplier<String> early =
        Crew.of(1)
            .early(
                () -> {
                  throw new IllegalStateException("a lost answer");
                });

    assertThatThrownBy(early::get)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a lost answer");
  }

  /** A long work must not keep a short one waiting to its end. */
  @Test
  void callersTakeTurns() throws Exception {
    Crew crew = Crew.of(1);
    AtomicBoolean over = new AtomicBoolean();
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Void> endless =
        CompletableFuture.runAsync(
            () ->
                crew.each(
                    () -> over.get() ? Optional.empty() : Optional.of("another"),
                    piece -> begun.countDown()));
    begun.await();

    assertThat(crew.all(List.<Supplier<String>>of(() -> "short"))).containsExactly("short");

    over.set(true);
    endless.get(10, TimeUnit.SECONDS);
  }
}
