package io.weft.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DrainTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final List<String> done = Collections.synchronizedList(new ArrayList<>());

  @Test
  void takesItsStepsInOrder() {
    new Drain()
        .then("gateway", LONG, () -> done.add("gateway"))
        .then("workers", LONG, () -> done.add("workers"))
        .then("store", LONG, () -> done.add("store"))
        .run();

    assertThat(done).containsExactly("gateway", "workers", "store");
  }

  @Test
  void goesOnPastAStepThatFails() {
    new Drain()
        .then(
            "gateway",
            LONG,
            () -> {
              throw new java.io.IOException("port gone");
            })
        .then("store", LONG, () -> done.add("store"))
        .run();

    assertThat(done).containsExactly("store");
  }

  @Test
  void leavesBehindAStepThatTakesTooLong() {
    CountDownLatch never = new CountDownLatch(1);

    new Drain()
        .then("workers", Duration.ofMillis(50), never::await)
        .then("store", LONG, () -> done.add("store"))
        .run();

    assertThat(done).containsExactly("store");
    never.countDown();
  }

  @Test
  void runsOnceHoweverOftenItIsAsked() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    Drain drain =
        new Drain()
            .then(
                "gateway",
                LONG,
                () -> {
                  entered.countDown();
                  gate.await();
                  done.add("gateway");
                });
    Thread first = new Thread(drain::run);
    first.start();
    entered.await();
    Thread second =
        new Thread(
            () -> {
              drain.run();
              done.add("second returned");
            });
    second.start();
    gate.countDown();
    first.join();
    second.join();

    assertThat(done).containsExactly("gateway", "second returned");
  }
}
