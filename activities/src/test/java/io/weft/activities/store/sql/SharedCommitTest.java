package io.weft.activities.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.store.Bulk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedCommitTest {
  private static final int THREADS = 40;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch first = new CountDownLatch(1);

  @TempDir Path folder;
  private String url;
  private Jdbi jdbi;
  private SharedCommit commits;

  @BeforeEach
  void open() {
    url = "jdbc:sqlite:" + folder.resolve("x.db") + "?journal_mode=WAL&foreign_keys=true";
    jdbi = Jdbi.create(url);
    jdbi.useHandle(
        handle -> {
          handle.execute("CREATE TABLE one (name TEXT PRIMARY KEY)");
          handle.execute(
              "CREATE TABLE other (name TEXT REFERENCES one DEFERRABLE INITIALLY DEFERRED)");
        });
    commits = new SharedCommit(jdbi, 10_000);
  }

  @AfterEach
  void end() {
    threads.shutdownNow();
    commits.close();
  }

  private static Function<Handle, Integer> adding(String table, String name) {
    return handle -> handle.execute("INSERT INTO " + table + " VALUES (?)", name);
  }

  /** What a connection of its own sees. */
  private List<String> stored() {
    return Jdbi.create(url)
        .withHandle(
            h -> h.createQuery("SELECT name FROM one ORDER BY name").mapTo(String.class).list());
  }

  /** Holds the turn until the latch opens. */
  private Future<Integer> occupied() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Future<Integer> future =
        threads.submit(
            () ->
                commits.run(
                    handle -> {
                      begun.countDown();
                      await(first);
                      return adding("one", "first").apply(handle);
                    }));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    return future;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Future<Integer> waits(Function<Handle, Integer> work) throws InterruptedException {
    return waits(() -> commits.run(work));
  }

  private Future<Integer> bulk(Function<Handle, Integer> work) throws InterruptedException {
    return waits(() -> Bulk.work(() -> commits.run(work)));
  }

  private Future<Integer> waits(Callable<Integer> call) throws InterruptedException {
    int before = commits.waiting();
    Future<Integer> future = threads.submit(call);
    while (commits.waiting() == before) {
      Thread.sleep(Duration.ofMillis(1).toMillis());
    }
    return future;
  }

  private static Throwable failure(ThrowingCallable call) {
    Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(call);
    assertThat(thrown).isInstanceOf(ExecutionException.class);
    return thrown.getCause();
  }

  @Test
  void thoseThatWaitAreStoredByOneCommit() throws Exception {
    List<Integer> commitsSeen = new ArrayList<>();
    Future<Integer> busy = occupied();
    List<Future<Integer>> later = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      later.add(
          waits(
              handle -> {
                commitsSeen.add(stored().size());
                return adding("one", name).apply(handle);
              }));
    }
    first.countDown();

    assertThat(busy.get()).isEqualTo(1);
    for (Future<Integer> one : later) {
      assertThat(one.get()).isEqualTo(1);
    }
    assertThat(commitsSeen).containsExactly(1, 1, 1);
    assertThat(stored()).containsExactly("a", "b", "c", "first");
  }

  /** What it saw stored when its turn came. */
  private Function<Handle, Integer> noting(List<String> turns, String name) {
    return handle -> {
      turns.add(name + " after " + stored());
      return adding("one", name).apply(handle);
    };
  }

  @Test
  void bulkLetsOthersGoFirstAndOneOfItGoesWithThem() throws Exception {
    List<String> turns = new ArrayList<>();
    Future<Integer> busy = occupied();
    List<Future<Integer>> all =
        List.of(
            bulk(noting(turns, "bulk-1")),
            bulk(noting(turns, "bulk-2")),
            waits(noting(turns, "live")));
    first.countDown();

    assertThat(busy.get()).isEqualTo(1);
    for (Future<Integer> one : all) {
      one.get();
    }
    assertThat(turns)
        .containsExactly(
            "live after [first]", "bulk-1 after [first]", "bulk-2 after [bulk-1, first, live]");
  }

  @Test
  void oneThatFailsLeavesNothingBehindAndHurtsNobody() throws Exception {
    Future<Integer> busy = occupied();
    Future<Integer> good = waits(adding("one", "good"));
    Future<Integer> bad =
        waits(
            handle -> {
              handle.execute("INSERT INTO one VALUES ('half')");
              throw new IllegalStateException("refused");
            });
    Future<Integer> after = waits(adding("one", "later"));
    first.countDown();

    assertThat(busy.get()).isEqualTo(1);
    assertThat(good.get()).isEqualTo(1);
    assertThat(after.get()).isEqualTo(1);
    assertThat(failure(bad::get)).hasMessage("refused");
    assertThat(stored()).containsExactly("first", "good", "later");
  }

  @Test
  void nobodyIsToldThatHisIsStoredWhereTheCommitFailed() throws Exception {
    Future<Integer> busy = occupied();
    Future<Integer> innocent = waits(adding("one", "innocent"));
    Future<Integer> broken = waits(adding("other", "nobody")); // found out by the commit
    first.countDown();

    assertThat(busy.get()).isEqualTo(1);
    assertThat(failure(innocent::get)).rootCause().hasMessageContaining("FOREIGN KEY");
    assertThat(failure(broken::get)).rootCause().hasMessageContaining("FOREIGN KEY");
    assertThat(stored()).containsExactly("first");
    assertThat(commits.run(adding("one", "again"))).isEqualTo(1);
  }

  @Test
  void oneThatFailsAloneIsUndone() {
    assertThatThrownBy(
            () ->
                commits.run(
                    handle -> {
                      handle.execute("INSERT INTO one VALUES ('half')");
                      throw new IllegalStateException("refused");
                    }))
        .hasMessage("refused");
    assertThat(stored()).isEmpty();
  }

  @Test
  void oneThatGetsNoTurnInTimeIsNotRunLater() throws Exception {
    SharedCommit impatient = new SharedCommit(jdbi, 500);
    commits = impatient;
    Future<Integer> busy = occupied();

    assertThatThrownBy(() -> impatient.run(adding("one", "late")))
        .isInstanceOf(SharedWork.NoTurn.class)
        .hasMessageContaining("500 ms");
    first.countDown();
    assertThat(busy.get()).isEqualTo(1);
    assertThat(impatient.run(adding("one", "next"))).isEqualTo(1);
    assertThat(stored()).containsExactly("first", "next");
  }

  @Test
  void manyThreadsLoseNothing() throws Exception {
    List<Future<Integer>> all = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      String name = "thread-" + i;
      all.add(
          threads.submit(
              () -> {
                commits.run(adding("one", name));
                return commits.run(adding("one", name + "-again"));
              }));
    }
    for (Future<Integer> one : all) {
      assertThat(one.get()).isEqualTo(1);
    }
    assertThat(stored()).hasSize(2 * THREADS).doesNotHaveDuplicates();
  }
}
