package io.weft.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.hint.Switches;
import io.weft.activities.hint.Tally;
import io.weft.activities.object.Mode;
import io.weft.activities.poll.Orphan;
import io.weft.activities.poll.Owners;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class OwnerLookUpTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final SyncObjectName ORDERS = SyncObjectName.ORDER_SALES_ORDER;
  private static final RecordRef ORDER = RecordRef.creatio(ORDERS, "o-1");

  private final Deque<Runnable> queue = new ArrayDeque<>();
  private final List<List<Orphan>> asked = new ArrayList<>();
  private final List<Hint> hints = new ArrayList<>();
  private final List<String> counted = new ArrayList<>();

  private OwnerLookUp lookUp(Owners owners) {
    Tally tally = (origin, what, number) -> counted.add(origin + " " + what + " " + number);
    return new OwnerLookUp(
        rows -> {
          asked.add(rows);
          return owners.of(rows);
        },
        hints::addAll,
        tally,
        ordersInUsmf(),
        queue::add,
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static Switches ordersInUsmf() {
    return new Switches() {
      @Override
      public Mode mode(SyncObjectName object, LegalEntity legalEntity) {
        return object == ORDERS && legalEntity.id().equals("usmf") ? Mode.WRITE : Mode.OFF;
      }

      @Override
      public List<LegalEntity> legalEntities() {
        return List.of(new LegalEntity("usmf"), new LegalEntity("demf"));
      }
    };
  }

  private static Orphan line(int number) {
    return new Orphan(ORDERS, Side.CREATIO, "OrderProduct", "l-" + number, null);
  }

  private static Orphan lot(String legalEntity) {
    return new Orphan(ORDERS, Side.D365, "SalesOrderLines", "L-1", new LegalEntity(legalEntity));
  }

  private void work() {
    while (!queue.isEmpty()) {
      queue.remove().run();
    }
  }

  @Test
  void manyLinesOfAnOrderGiveOneHint() {
    OwnerLookUp lookUp = lookUp(rows -> Set.of(ORDER));
    for (int i = 0; i < 20; i++) {
      assertThat(lookUp.take(line(i % 10))).isTrue();
    }
    work();

    assertThat(asked).singleElement().satisfies(rows -> assertThat(rows).hasSize(10));
    assertThat(hints).containsExactly(Hint.of(ORDER, Origin.WEBHOOK, NOW));
  }

  @Test
  void asksEachSystemByItselfAndSaysWhoBroughtIt() {
    RecordRef sales = RecordRef.d365(ORDERS, new LegalEntity("usmf"), "000901");
    OwnerLookUp lookUp = lookUp(rows -> Set.of(rows.get(0).side() == Side.CREATIO ? ORDER : sales));
    lookUp.take(line(1));
    lookUp.take(lot("usmf"));
    lookUp.take(line(2));
    work();

    assertThat(asked).containsExactly(List.of(line(1), line(2)), List.of(lot("usmf")));
    assertThat(hints)
        .containsExactly(Hint.of(ORDER, Origin.WEBHOOK, NOW), Hint.of(sales, Origin.EVENT, NOW));
  }

  @Test
  void asksNobodyForWhatIsSwitchedOff() {
    OwnerLookUp lookUp = lookUp(rows -> Set.of(ORDER));

    assertThat(lookUp.take(lot("demf"))).isFalse();
    assertThat(
            lookUp.take(
                new Orphan(
                    SyncObjectName.CONTACT, Side.CREATIO, "ContactCommunication", "c", null)))
        .isFalse();
    assertThat(queue).isEmpty();
  }

  @Test
  void aSystemThatIsAwayCountsAndStopsNothing() {
    OwnerLookUp lookUp =
        lookUp(
            rows -> {
              if (rows.contains(line(1))) {
                throw new IllegalStateException("away");
              }
              return Set.of(ORDER);
            });
    lookUp.take(line(1));
    work();
    assertThat(lookUp.take(line(2))).isTrue();
    work();

    assertThat(counted).containsExactly("WEBHOOK UNKNOWN 1");
    assertThat(hints).containsExactly(Hint.of(ORDER, Origin.WEBHOOK, NOW));
  }

  @Test
  void takesNoMoreThanItCanHoldAndNothingAtTheEnd() {
    OwnerLookUp lookUp = lookUp(rows -> Set.of());
    for (int i = 0; i < 5_000; i++) {
      lookUp.take(line(i));
    }
    assertThat(lookUp.take(line(5_000))).isFalse();
    work();
    assertThat(asked).hasSize(25);

    OwnerLookUp ended =
        new OwnerLookUp(
            rows -> Set.of(ORDER),
            hints::addAll,
            Tally.NONE,
            ordersInUsmf(),
            task -> {
              throw new RejectedExecutionException();
            },
            Clock.systemUTC());
    assertThat(ended.take(line(1))).isFalse();
  }
}
