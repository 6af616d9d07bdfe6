package io.weft.activities.order;

import io.weft.activities.pass.Attempts;
import io.weft.activities.pass.Pass;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.Provisional;
import io.weft.workflows.order.OrderActivities;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.pass.PassRequest;
import io.weft.workflows.pass.Progress;
import io.weft.workflows.record.LegalEntity;
import java.time.Clock;
import java.util.List;

/** The three steps of an order, each a pass over a part of it; safe to repeat, see {@link Pass}. */
public final class OrderActivitiesImpl implements OrderActivities {
  private final Pass pass;
  private final Orders orders;
  private final LinkStore links;
  private final Clock clock;

  public OrderActivitiesImpl(Pass pass, Orders orders, LinkStore links, Clock clock) {
    this.pass = pass;
    this.orders = orders;
    this.links = links;
    this.clock = clock;
  }

  @Override
  public PassOutcome placeOrder(PassRequest request) {
    return pass.step(orders.of(request.pair()), request, Attempts.current(clock));
  }

  @Override
  public PassOutcome bringLinesInStep(PassRequest request) {
    Progress progress = request.progress();
    if (progress != null && !isPlaced(request)) {
      return new PassOutcome.Stepped(List.of(), progress); // only watched, or held back
    }
    return pass.step(orders.lines(le(request)), request, Attempts.current(clock));
  }

  @Override
  public PassOutcome compareTotals(PassRequest request) {
    return pass.run(orders.totals(le(request)), request, Attempts.current(clock));
  }

  private boolean isPlaced(PassRequest request) {
    return links.find(request.pair()).filter(l -> !Provisional.is(l.d365Key())).isPresent();
  }

  private static LegalEntity le(PassRequest request) {
    return request.pair().legalEntity();
  }
}
