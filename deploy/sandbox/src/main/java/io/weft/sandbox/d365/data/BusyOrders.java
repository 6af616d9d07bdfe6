package io.weft.sandbox.d365.data;

import io.weft.sandbox.Row;
import io.weft.sandbox.control.Latency;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.Keys;
import io.weft.sandbox.d365.erp.order.Orders;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import io.weft.sandbox.odata.BadQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets one request at a time write to an order, header or lines. Who comes while another is still
 * at it meets the ERP's update conflict, and nothing of his is written.
 */
final class BusyOrders {
  private static final String TABLE = "Sales orders (SalesTable)";

  private final Erp erp;
  private final ErpErrors errors;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();

  BusyOrders(Erp erp, ErpErrors errors) {
    this.erp = erp;
    this.errors = errors;
  }

  /** Returns the orders that writes are about; a new order without a number is nobody's rival. */
  Set<String> of(Collection<Call> writes, Resources resources) {
    Set<String> orders = new TreeSet<>();
    for (Call write : writes) {
      String order = of(resources.find(write), write);
      if (order != null) {
        orders.add(order);
      }
    }
    return orders;
  }

  /** Finds what a call is about, null if it is about nothing. */
  interface Resources {
    @Nullable Resource find(Call call);
  }

  private @Nullable String of(@Nullable Resource resource, Call call) {
    String set = resource == null ? "" : resource.set().name();
    if (resource == null || !List.of(Orders.HEADERS, Orders.LINES).contains(set)) {
      return null;
    }
    String key = resource.key();
    if (key == null) {
      return named(call);
    }
    try {
      String row = KeySegment.parse(resource.set(), key);
      return set.equals(Orders.HEADERS) ? row : erp.read(() -> orderOf(resource.set(), row));
    } catch (BadQuery e) {
      return null; // the write itself will say so
    }
  }

  private @Nullable String orderOf(EntitySet lines, String key) {
    Row line = erp.table(lines).find(key);
    return line == null
        ? null
        : Keys.of(line.text(EntitySet.COMPANY), line.text("SalesOrderNumber"));
  }

  private static @Nullable String named(Call call) {
    try {
      Map<String, @Nullable Object> body = call.json();
      Object number = body.get("SalesOrderNumber");
      Object company = body.get(EntitySet.COMPANY);
      return number == null ? null : Keys.of(String.valueOf(company), number.toString());
    } catch (IllegalArgumentException e) {
      return null; // the write itself will say so
    }
  }

  /** Does the work, or answers with an update conflict if one of its orders is being written. */
  Answer alone(Set<String> orders, DataEndpoint.Work work) {
    List<String> taken = new ArrayList<>();
    try {
      for (String order : orders) {
        if (!busy.add(order)) {
          return errors.write(ErpErrors.updateConflict("SalesOrderHeaderV2Entity", TABLE));
        }
        taken.add(order);
      }
      if (!orders.isEmpty()) {
        Latency.pause(Duration.ofMillis(erp.settings().number("orderWriteMs")));
      }
      return work.run();
    } finally {
      busy.removeAll(taken);
    }
  }
}
