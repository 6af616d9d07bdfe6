package io.weft.activities.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.store.AuditStore.Entry;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.record.PairId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What must hold whoever comes first. */
abstract class RaceContract extends ThreadsContract {
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
