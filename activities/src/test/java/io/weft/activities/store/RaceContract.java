package io.weft.activities.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.store.AuditStore.Entry;
import io.weft.activities.store.LinkStore.NumberRange;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.record.PairId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What must hold whoever comes first. */
abstract class RaceContract extends StoreContract {
  private static final int THREADS = 16;

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stopThreads() throws InterruptedException {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }

  /** Runs one task per thread, all let go at once. */
  private <T> List<T> atOnce(int number, IntFunction<Callable<T>> task) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<T>> running = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Callable<T> own = task.apply(i);
      running.add(
          threads.submit(
              () -> {
                start.await();
                return own.call();
              }));
    }
    start.countDown();
    return results(running);
  }

  private static <T> List<T> results(List<Future<T>> running) throws Exception {
    List<T> results = new ArrayList<>();
    for (Future<T> one : running) {
      try {
        results.add(one.get(60, TimeUnit.SECONDS));
      } catch (ExecutionException e) {
        throw new AssertionError("a thread failed", e.getCause());
      }
    }
    return results;
  }

  private static String guid(int number) {
    return String.format("22222222-bbbb-4bbb-8bbb-%012d", number);
  }

  @Test
  void noDeliveryIsBothUntoldAndUnseen() throws Exception {
    Link link = linked(USMF, ACME, "US-1");
    LinkedBlockingQueue<Boolean> told = new LinkedBlockingQueue<>();
    Future<Integer> passes = threads.submit(() -> passUntilToldToStop(link, told));

    atOnce(4, thread -> () -> acceptAndTell(told, 60));
    told.add(false);

    assertThat(passes.get(60, TimeUnit.SECONDS)).isPositive();
    HintCounts counts = balanced();
    assertThat(counts.accepted()).isEqualTo(240);
    assertThat(counts.inFlight()).as("neither told nor seen").isZero();
  }

  private boolean acceptAndTell(LinkedBlockingQueue<Boolean> told, int number) {
    for (int i = 0; i < number; i++) {
      StoredHint stored = accept(i % 2 == 0 ? account(ACME) : customer(USMF, "US-1"));
      if (!stored.pairs().isEmpty()) {
        told.add(true);
      }
    }
    return true;
  }

  /** A workflow: passes when told, and again while a settlement says that there is more. */
  private int passUntilToldToStop(Link link, LinkedBlockingQueue<Boolean> told) throws Exception {
    int passes = 0;
    while (told.take()) {
      boolean more = true;
      while (more) {
        Sheet sheet = opened(link);
        Done done = Done.covering(sheet, Disposition.EQUAL);
        more = stores.passes().settle(sheet, done.settlement()).more();
        passes++;
      }
    }
    return passes;
  }

  @Test
  void ofAcceptingAndSettlingTheSecondSeesTheFirst() throws Exception {
    Link link = linked(USMF, ACME, "US-1");
    for (int round = 0; round < 60; round++) {
      Sheet sheet = opened(link);
      Done done = Done.covering(sheet, Disposition.EQUAL);

      List<Boolean> known =
          atOnce(
              2,
              thread ->
                  thread == 0
                      ? () -> !accept(account(ACME)).pairs().isEmpty()
                      : () -> stores.passes().settle(sheet, done.settlement()).more());

      assertThat(known).as("told, or seen by the pass (round %d)", round).contains(true);
    }
  }

  @Test
  void oneHolderAtATime() throws Exception {
    Link us = linked(USMF, ACME, "US-1");
    Link de = linked(DEMF, ACME, "DE-1");
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger crowd = new AtomicInteger();

    List<List<Long>> fences =
        atOnce(
            THREADS,
            thread -> () -> claimOften(thread % 2 == 0 ? us : de, "h-" + thread, inside, crowd));

    List<Long> all = fences.stream().flatMap(List::stream).toList();
    assertThat(crowd).hasValue(0);
    assertThat(all).isNotEmpty().doesNotHaveDuplicates();
  }

  private List<Long> claimOften(
      Link link, String holder, AtomicInteger inside, AtomicInteger crowd) {
    List<Long> fences = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      try {
        Sheet sheet = stores.passes().open(link.pair(), holder(holder));
        crowd.addAndGet(inside.getAndIncrement());
        fences.add(sheet.fences().creatio());
        inside.decrementAndGet();
        stores.passes().settle(sheet, Done.nothing().settlement());
      } catch (StoreException.Claimed e) {
        Thread.onSpinWait();
      }
    }
    return fences;
  }

  @Test
  void twinsOfOneAttemptNeverBothSettle() throws Exception {
    Link link = linked(USMF, ACME, "US-1");
    accept(account(ACME));

    List<Boolean> settled = atOnce(8, thread -> () -> settles(opened(link)));

    assertThat(settled).contains(true);
    HintCounts counts = balanced();
    assertThat(counts.equal() + counts.inFlight()).isEqualTo(1);
  }

  private boolean settles(Sheet sheet) {
    try {
      stores.passes().settle(sheet, Done.covering(sheet, Disposition.EQUAL).settlement());
      return true;
    } catch (StoreException.Overtaken e) {
      return false;
    }
  }

  @Test
  void numbersAreUniqueAndTheSameForTwins() throws Exception {
    NumberRange range = new NumberRange("customers", "CRT-", 6, 1, 899_999);

    List<String> numbers =
        atOnce(THREADS, thread -> () -> stores.links().number(pair(USMF, guid(thread / 2)), range));

    for (int i = 0; i < THREADS; i += 2) {
      assertThat(numbers.get(i)).isEqualTo(numbers.get(i + 1));
    }
    assertThat(new LinkedHashSet<>(numbers)).hasSize(THREADS / 2);
  }

  @Test
  void linksAreUniqueOnBothKeys() throws Exception {
    List<Linking> sameAccount =
        atOnce(8, thread -> () -> stores.links().link(wanted(USMF, ACME, "US-" + thread)));
    List<Linking> sameCustomer =
        atOnce(8, thread -> () -> stores.links().link(wanted(DEMF, guid(thread), "DE-1")));

    assertThat(sameAccount).filteredOn(Linking.Made.class::isInstance).hasSize(1);
    assertThat(sameCustomer).filteredOn(Linking.Made.class::isInstance).hasSize(1);
    assertThat(sameAccount).filteredOn(Linking.Taken.class::isInstance).hasSize(7);
    assertThat(stores.links().list(null, null, 100)).hasSize(2);
  }

  @Test
  void twinsThatLinkAlikeBothGetTheLink() throws Exception {
    List<Linking> links =
        atOnce(8, thread -> () -> stores.links().link(wanted(USMF, ACME, "US-1")));

    assertThat(new LinkedHashSet<>(links)).hasSize(1);
    assertThat(links.get(0)).isInstanceOf(Linking.Made.class);
  }

  @Test
  void oneFirmInManyLegalEntitiesIsMadeOnce() throws Exception {
    List<Linking> links =
        atOnce(
            8,
            thread ->
                () -> {
                  List<String> keys =
                      thread % 2 == 0 ? List.of("tax:1", "party:1") : List.of("party:1", "tax:1");
                  return stores
                      .links()
                      .link(wanted(USMF, guid(thread), "US-" + thread, false, keys));
                });

    assertThat(links).filteredOn(Linking.Made.class::isInstance).hasSize(1);
    assertThat(links).filteredOn(Linking.Reserved.class::isInstance).hasSize(7);
  }

  @Test
  void hintsOfManyPairsInAnyOrderNeverBlockEachOther() throws Exception {
    for (int i = 0; i < 6; i++) {
      linked(USMF, guid(i), "US-" + i);
      linked(DEMF, guid(i), "DE-" + i);
    }

    atOnce(8, thread -> () -> acceptBatch(thread % 2 == 0));

    assertThat(balanced().inFlight()).isEqualTo(8 * 6);
  }

  private boolean acceptBatch(boolean forward) {
    List<Incoming> hints = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      hints.add(Incoming.of(hint(account(guid(forward ? i : 5 - i)))));
    }
    stores.hints().accept(hints);
    return true;
  }

  @Test
  void oneReaderLeasesAFeed() throws Exception {
    List<Boolean> leased =
        atOnce(
            8,
            thread ->
                () ->
                    stores
                        .feeds()
                        .lease("f", "r-" + thread, Duration.ofMinutes(1), Duration.ZERO)
                        .isPresent());

    assertThat(leased).filteredOn(got -> got).hasSize(1);
  }

  @Test
  void anExportThatFollowsTheAuditMissesNoRow() throws Exception {
    Future<Set<Long>> export = threads.submit(() -> follow(200));

    atOnce(
        8,
        thread ->
            () -> {
              for (int i = 0; i < 25; i++) {
                stores.audit().said("s-" + thread, new Instruction.Retry("bob", "again"), START);
              }
              return true;
            });

    assertThat(export.get(60, TimeUnit.SECONDS)).hasSize(200);
  }

  private Set<Long> follow(int rows) {
    Set<Long> seen = new LinkedHashSet<>();
    long last = 0;
    while (seen.size() < rows && !Thread.currentThread().isInterrupted()) {
      for (Entry entry : stores.audit().after(last, 10)) {
        seen.add(entry.id());
        last = entry.id();
      }
      Thread.onSpinWait();
    }
    return seen;
  }

  @Test
  void introducingWhileHintsComeInLosesNone() throws Exception {
    accept(account(ACME));
    linked(USMF, ACME, "US-1");
    PairId pair = pair(USMF, ACME);

    List<Boolean> unknown =
        atOnce(
            8,
            thread ->
                () -> {
                  if (thread % 2 == 0) {
                    return !stores.hints().introduced(account(ACME)).equals(List.of(pair));
                  }
                  return accept(account(ACME)).unknown();
                });

    assertThat(unknown).containsOnly(false);
    Sheet sheet = opened(stores.links().find(pair).orElseThrow());
    assertThat(sheet.deliveries()).hasSize(5);
    balanced();
  }
}
