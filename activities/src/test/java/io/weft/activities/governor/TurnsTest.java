package io.weft.activities.governor;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.workflows.record.LegalEntity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final LegalEntity USMF = new LegalEntity("usmf");
  private static final LegalEntity DEMF = new LegalEntity("demf");

  private final Turns turns = new Turns();
  private long number;

  @Test
  void liveWorkPassesBulk() {
    Ticket bulk = join(Lane.BULK, USMF);
    Ticket live = join(Lane.LIVE, USMF);

    assertThat(order()).containsExactly(live, bulk);
  }

  @Test
  void legalEntitiesTakeTurns() {
    Ticket first = join(Lane.BULK, USMF);
    Ticket second = join(Lane.BULK, USMF);
    Ticket third = join(Lane.BULK, USMF);
    Ticket other = join(Lane.BULK, DEMF);
    Ticket shared = join(Lane.BULK, null);

    assertThat(order()).containsExactly(first, other, shared, second, third);
  }

  @Test
  void whoGivesUpHoldsNobodyUp() {
    Ticket first = join(Lane.LIVE, USMF);
    Ticket second = join(Lane.LIVE, USMF);

    turns.leave(first);

    assertThat(turns.waiting(Lane.LIVE)).isEqualTo(1);
    assertThat(order()).containsExactly(second);
  }

  @Test
  void readsDoNotWaitForPlacesOfWrites() {
    Ticket write = join(Lane.LIVE, Traffic.WRITE, USMF);
    Ticket read = join(Lane.BULK, Traffic.READ, DEMF);

    assertThat(turns.next(ticket -> ticket.traffic() == Traffic.READ)).isEqualTo(read);
    assertThat(turns.next(ticket -> true)).isEqualTo(write);
  }

  @Test
  void bulkDoesNotTakeAPlaceThatLiveWorkWaitsFor() {
    Ticket live = join(Lane.LIVE, Traffic.WRITE, USMF);
    join(Lane.BULK, Traffic.WRITE, DEMF);

    assertThat(turns.next(ticket -> !ticket.equals(live))).isNull();
  }

  private Ticket join(Lane lane, @Nullable LegalEntity legalEntity) {
    return join(lane, Traffic.READ, legalEntity);
  }

  private Ticket join(Lane lane, Traffic traffic, @Nullable LegalEntity legalEntity) {
    Ticket ticket = new Ticket(new Caller(lane, legalEntity), traffic, number++, 0);
    turns.add(ticket);
    return ticket;
  }

  private List<Ticket> order() {
    List<Ticket> order = new ArrayList<>();
    for (Ticket next = turns.next(t -> true); next != null; next = turns.next(t -> true)) {
      turns.take(next);
      order.add(next);
    }
    return order;
  }
}
