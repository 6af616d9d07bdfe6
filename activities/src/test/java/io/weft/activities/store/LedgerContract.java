package io.weft.activities.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.merge.Base;
import io.weft.activities.store.memory.MemoryStores;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random walks: after every step the ledger adds up, and the stores say what the small stores in
 * memory say to the same calls.
 */
abstract class LedgerContract extends WalkContract {
  private static final int STEPS = 150;

  private final List<Sheet> sheets = new ArrayList<>();

  private final List<Link> seenLinks = new ArrayList<>();

  private FeedStore.@Nullable Lease lease;

  private int intents;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void everyStepAddsUpAndDoesWhatTheModelDoes(long seed) {
    random = new Random(seed);
    model = Stores.of(new MemoryStores(clock));
    for (int step = 0; step < STEPS; step++) {
      step(random.nextInt(16));
      clock.advance(Duration.ofSeconds(random.nextInt(25)));
      assertThat(balanced()).as("seed %d step %d", seed, step).isEqualTo(model.hints().counts());
    }
    same(store -> store.hints().waiting(clock.instant(), 1000));
    same(store -> store.links().list(null, null, 100));
    same(store -> store.audit().after(0, 1000));
    same(store -> store.hints().unfinished(clock.instant(), 100));
    for (Link link : seenLinks) {
      clock.advance(Duration.ofMinutes(2));
      same(store -> store.passes().open(link.pair(), holderFor("last")));
    }
  }

  private void step(int kind) {
    switch (kind) {
      case 0, 1, 2 -> acceptSome();
      case 3 -> same(store -> store.links().link(randomLink()));
      case 4 -> introduce();
      case 5, 6, 7 -> openOne();
      case 8, 9 -> settleOne();
      case 10 -> announceOne();
      case 11 -> confirmOne();
      case 12 -> parkOrClose();
      case 13 -> changeLink();
      case 14 -> followFeed();
      default -> tell();
    }
  }

  private void acceptSome() {
    same(
        store -> {
          List<Incoming> hints = new ArrayList<>();
          for (int i = random.nextInt(3); i >= 0; i--) {
            hints.add(incoming());
          }
          return store.hints().accept(hints);
        });
  }

  private void introduce() {
    if (random.nextInt(3) > 0) {
      same(store -> store.hints().introduced(record()));
      return;
    }
    same(
        store -> {
          RecordRef record = record();
          long mark = store.hints().introductionMark(record);
          Disposition as = random.nextBoolean() ? Disposition.FILTERED : Disposition.DISCARDED;
          store.hints().closeIntroduction(record, mark, as, "not ours");
          return mark;
        });
  }

  private void openOne() {
    Sheet sheet =
        same(
            store -> {
              PairId pair = pair(legalEntity(), creatioId());
              return store.passes().open(pair, holderFor("h-" + random.nextInt(2)));
            });
    if (sheet != null) {
      sheets.add(sheet);
      seenLinks.removeIf(link -> link.pair().equals(sheet.link().pair()));
      seenLinks.add(sheet.link());
    }
  }

  private @Nullable Sheet anySheet() {
    int newest = Math.max(0, sheets.size() - 4);
    return sheets.isEmpty() ? null : sheets.get(newest + random.nextInt(sheets.size() - newest));
  }

  private void settleOne() {
    Sheet sheet = anySheet();
    if (sheet == null) {
      return;
    }
    same(
        store -> {
          Done done = Done.nothing();
          for (Delivery delivery : sheet.deliveries()) {
            Disposition as = any(Disposition.values());
            if (random.nextInt(5) > 0) {
              done.cover(delivery.hintId(), as);
            }
          }
          for (Intent intent : sheet.openIntents()) {
            done.result(intent.id(), outcome());
          }
          Side side = random.nextBoolean() ? Side.CREATIO : Side.D365;
          if (random.nextBoolean()) {
            done.base(side, Base.of(name("v-" + random.nextInt(3))), "d-" + random.nextInt(3));
          }
          if (random.nextBoolean()) {
            long mark = store.passes().mark(sheet.link().pair());
            done.seen(side, new Settlement.Seen(mark, null));
          }
          if (random.nextInt(6) == 0) {
            done.again();
          }
          if (random.nextBoolean()) {
            done.unpark();
          }
          return store.passes().settle(sheet, done.settlement());
        });
  }

  private void announceOne() {
    Sheet sheet = anySheet();
    if (sheet == null) {
      return;
    }
    String id = "i-" + intents++;
    same(
        store -> {
          Side target = random.nextBoolean() ? Side.CREATIO : Side.D365;
          Intent intent = intent(id, sheet.link(), target, "a", "v-" + random.nextInt(3));
          store.passes().announce(sheet, List.of(intent));
          return intent;
        });
  }

  private void confirmOne() {
    Sheet sheet = anySheet();
    if (sheet == null || intents == 0) {
      return;
    }
    String id = "i-" + random.nextInt(intents);
    same(
        store -> {
          IntentResult result = new IntentResult(id, outcome(), "found");
          store
              .passes()
              .confirm(
                  sheet,
                  List.of(result),
                  new io.weft.workflows.record.Both<>(null, Base.of(name("v-1"))),
                  new io.weft.workflows.record.Both<>(null, "d-1"));
          return result;
        });
  }

  private void parkOrClose() {
    same(
        store -> {
          RecordRef record = record();
          String workflow =
              random.nextBoolean()
                  ? pair(legalEntity(), creatioId()).path()
                  : "introduce/" + record.path();
          if (random.nextInt(3) > 0) {
            store.parked().park(parkedWork(workflow, "f"), clock.instant());
          } else {
            store.parked().close(workflow);
          }
          return store.parked().list(null, null, null, null, 100);
        });
  }

  private void changeLink() {
    if (seenLinks.isEmpty()) {
      return;
    }
    Link seen = seenLinks.get(random.nextInt(seenLinks.size()));
    if (random.nextInt(4) == 0) {
      same(store -> store.links().move(store.links().find(seen.pair()).orElse(seen), creatioId()));
      return;
    }
    same(
        store -> {
          Link now = store.links().find(seen.pair()).orElse(seen);
          LinkChange change = LinkChange.to(any(LinkState.values()));
          if (random.nextInt(4) == 0) {
            change = change.then(LinkChange.number("C-" + random.nextInt(3)));
          }
          if (random.nextInt(4) == 0) {
            change = change.then(LinkChange.alias(creatioId()));
          }
          return store.links().change(random.nextInt(5) == 0 ? seen : now, change);
        });
  }

  private void followFeed() {
    FeedStore.Lease fresh =
        same(
            store ->
                store
                    .feeds()
                    .lease(
                        "f",
                        "r-" + random.nextInt(2),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(20))
                    .orElse(null));
    lease = fresh == null ? lease : fresh;
    FeedStore.Lease held = lease;
    if (held == null) {
      return;
    }
    same(
        store -> {
          List<Incoming> rows = new ArrayList<>();
          for (int i = random.nextInt(4); i >= 0; i--) {
            rows.add(incoming());
          }
          Map<String, RecordRef> guids = Map.of("g-" + random.nextInt(3), record());
          return store.feeds().advance(held, "t", rows, guids, random.nextBoolean());
        });
    same(store -> store.feeds().states());
  }

  private void tell() {
    List<StoredHint> waiting =
        same(store -> store.hints().waiting(clock.instant().minusSeconds(60), 3));
    for (StoredHint hint : waiting) {
      same(
          store -> {
            store.hints().delivered(hint);
            return hint.id();
          });
    }
  }
}
