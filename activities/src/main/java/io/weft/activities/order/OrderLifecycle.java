package io.weft.activities.order;

import io.weft.activities.object.Lifecycle;
import io.weft.activities.object.Need;
import io.weft.activities.object.Standing;
import io.weft.activities.object.Upkeep;
import io.weft.activities.settings.OrderConduct;
import io.weft.activities.settings.OrderStatuses;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkChange;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkStore;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The life of an order and its sales order: it waits for its customer, a deletion is never passed
 * on, a cancellation stops the sales order's processing if the settings say so.
 */
final class OrderLifecycle implements Lifecycle {
  private final LinkStore links;
  private final OrderStatuses statuses;
  private final OrderConduct conduct;

  OrderLifecycle(LinkStore links, OrderStatuses statuses, OrderConduct conduct) {
    this.links = links;
    this.statuses = statuses;
    this.conduct = conduct;
  }

  @Override
  public Standing standing(Link link, Both<@Nullable Snapshot> now, Both<Boolean> goneSaid) {
    Snapshot order = now.creatio();
    if (order == null) {
      return goneSaid.creatio()
          ? new Standing.Over(
              LinkState.GONE, "the order was deleted in Creatio; the sales order stays", null)
          : new Standing.Unclear(OrderProblems.orderMissing(link));
    }
    if (now.d365() == null) {
      return unplaced(link, order, goneSaid.d365());
    }
    return new Standing.Live();
  }

  private Standing unplaced(Link link, Snapshot order, boolean goneSaid) {
    if (link.state() != LinkState.RESERVED) {
      return goneSaid
          ? new Standing.Over(
              LinkState.GONE, "the sales order was deleted in D365; the order stays", null)
          : new Standing.Unclear(OrderProblems.salesOrderMissing(link));
    }
    Value account = order.fields().get(OrderRows.ACCOUNT);
    if (account.isAbsent()) {
      return new Standing.Unclear(OrderProblems.noAccount(order.record()));
    }
    RecordRef payer = RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, account.text());
    return isLinked(payer, link)
        ? new Standing.Live()
        : new Standing.Waits(new Need(payer, link.pair().legalEntity()));
  }

  private boolean isLinked(RecordRef account, Link order) {
    return links.linksOf(account).stream()
        .filter(link -> link.pair().legalEntity().equals(order.pair().legalEntity()))
        .anyMatch(l -> l.state() == LinkState.LIVE || l.state() == LinkState.OUT_OF_SCOPE);
  }

  /** Processing is stopped at once; the cancellation itself is a person's act. */
  @Override
  public Upkeep upkeep(Link link, Both<@Nullable Snapshot> now) {
    Snapshot order = now.creatio();
    Snapshot salesOrder = now.d365();
    if (order == null
        || salesOrder == null
        || conduct.onCancel() != OrderConduct.OnCancel.STOP
        || !statuses.cancels(order.fields().get(OrderRows.STATUS).text())) {
      return Upkeep.none();
    }
    Value stopped = salesOrder.fields().get(SalesOrderRows.STOPPED);
    boolean done = stopped instanceof Value.Flag flag && flag.on();
    return done || Fate.isClosed(salesOrder.fields()) ? Upkeep.none() : stop();
  }

  private static Upkeep stop() {
    FieldDecision decision =
        new FieldDecision(
            SalesOrderRows.STOPPED,
            Verdict.TO_D365,
            Side.D365,
            "false",
            "true",
            null,
            "the order was cancelled in Creatio");
    return new Upkeep(Fields.of(SalesOrderRows.STOPPED, new Value.Flag(true)), List.of(decision));
  }

  @Override
  public boolean isHold(Fields upkeep) {
    return true;
  }

  @Override
  public LinkChange learned(Link link, Both<@Nullable Snapshot> now) {
    boolean both = now.creatio() != null && now.d365() != null;
    return both ? LinkChange.standing(link, "") : LinkChange.NONE;
  }

  @Override
  public boolean isOurs(Fields sent, Snapshot found) {
    return sent.get(SalesOrderRows.ORDERED_BY)
        .equals(found.fields().get(SalesOrderRows.ORDERED_BY));
  }

  /** For steps after the first: the order stands, and nothing of its life is decided there. */
  Lifecycle ofFurtherSteps() {
    return new Lifecycle() {
      @Override
      public Standing standing(Link link, Both<@Nullable Snapshot> now, Both<Boolean> gone) {
        return new Standing.Live();
      }

      @Override
      public Upkeep upkeep(Link link, Both<@Nullable Snapshot> now) {
        return Upkeep.none();
      }

      @Override
      public boolean isHold(Fields upkeep) {
        return false;
      }

      @Override
      public LinkChange learned(Link link, Both<@Nullable Snapshot> now) {
        return LinkChange.NONE;
      }

      @Override
      public boolean isOurs(Fields sent, Snapshot found) {
        return true;
      }
    };
  }
}
