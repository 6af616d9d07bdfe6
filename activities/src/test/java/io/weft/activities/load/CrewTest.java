package io.weft.activities.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
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
}
