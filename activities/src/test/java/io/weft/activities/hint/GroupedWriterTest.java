package io.weft.activities.hint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.store.Incoming;
import io.weft.activities.store.StoreException;
import io.weft.activities.store.StoredHint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupedWriterTest {
  private static final long PATIENCE_MILLIS = 10_000;

  private final FakeHints store = new FakeHints();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final CountDownLatch entered = new CountDownLatch(1);
  private final ExecutorService callers = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    gate.countDown();
    callers.shutdownNow();
  }

  @Test
  void givesEachCallerItsOwnHintsInOrder() throws Exception {
    try (GroupedWriter writer = new GroupedWriter(store::accept, PATIENCE_MILLIS)) {
      List<Future<List<StoredHint>>> answers = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        List<Incoming> two = List.of(incoming(2 * i), incoming(2 * i + 1));
        answers.add(callers.submit(() -> writer.accept(two)));
      }

      for (int i = 0; i < 50; i++) {
        assertThat(answers.get(i).get(10, TimeUnit.SECONDS))
            .extracting(s -> s.hint().record())
            .containsExactly(Hints.account(2 * i), Hints.account(2 * i + 1));
      }
    }
  }

  @Test
  void storesWhatCameInMeanwhileInOneTransaction() throws Exception {
    try (GroupedWriter writer = new GroupedWriter(this::slowly, PATIENCE_MILLIS)) {
      List<Future<List<StoredHint>>> answers = new ArrayList<>();
      answers.add(callers.submit(() -> writer.accept(List.of(incoming(0)))));
      entered.await(10, TimeUnit.SECONDS);
      CountDownLatch begun = new CountDownLatch(20);
      for (int i = 1; i <= 20; i++) {
        Incoming hint = incoming(i);
        answers.add(
            callers.submit(
                () -> {
                  begun.countDown();
                  return writer.accept(List.of(hint));
                }));
      }
      begun.await(10, TimeUnit.SECONDS);
      gate.countDown();
      for (Future<List<StoredHint>> answer : answers) {
        answer.get(10, TimeUnit.SECONDS);
      }
    }

    assertThat(store.accepted).hasSize(21);
    assertThat(store.transactions).hasSizeLessThan(21);
  }

  @Test
  void tellsEveryCallerThatTheStoreIsAway() {
    store.failWith(FakeHints.away());
    try (GroupedWriter writer = new GroupedWriter(store::accept, PATIENCE_MILLIS)) {
      assertThatThrownBy(() -> writer.accept(List.of(incoming(1))))
          .isInstanceOf(StoreException.Unavailable.class)
          .hasMessage("away");
    }
  }

  @Test
  void keepsOneBadHintFromSpoilingTheOthers() throws Exception {
    try (GroupedWriter writer = new GroupedWriter(this::picky, PATIENCE_MILLIS)) {
      Future<List<StoredHint>> first = callers.submit(() -> writer.accept(List.of(incoming(0))));
      entered.await(10, TimeUnit.SECONDS);
      CompletableFuture<List<StoredHint>> good =
          CompletableFuture.supplyAsync(() -> writer.accept(List.of(incoming(1))), callers);
      CompletableFuture<List<StoredHint>> bad =
          CompletableFuture.supplyAsync(() -> writer.accept(List.of(incoming(13))), callers);
      gate.countDown();

      assertThat(first.get(10, TimeUnit.SECONDS)).hasSize(1);
      assertThat(good.get(10, TimeUnit.SECONDS)).hasSize(1);
      assertThatThrownBy(() -> bad.get(10, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasRootCauseMessage("thirteen");
    }
  }

  @Test
  void givesUpOnAStoreThatHangs() {
    GroupedWriter writer = new GroupedWriter(this::slowly, 50);

    assertThatThrownBy(() -> writer.accept(List.of(incoming(1))))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining("longer than 50 ms");
    gate.countDown();
    writer.close();
  }

  @Test
  void refusesHintsOnceClosed() {
    GroupedWriter writer = new GroupedWriter(store::accept, PATIENCE_MILLIS);
    writer.accept(List.of(incoming(1)));
    writer.close();

    assertThatThrownBy(() -> writer.accept(List.of(incoming(2))))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining("closed");
    assertThat(store.accepted).hasSize(1);
  }

  private static Incoming incoming(int number) {
    return Incoming.of(Hints.hint(number));
  }

  private List<StoredHint> slowly(List<Incoming> hints) {
    entered.countDown();
    try {
      assertThat(gate.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return store.accept(hints);
  }

  private List<StoredHint> picky(List<Incoming> hints) {
    if (hints.stream().anyMatch(h -> h.hint().record().equals(Hints.account(13)))) {
      throw new IllegalArgumentException("thirteen");
    }
    return slowly(hints);
  }
}
