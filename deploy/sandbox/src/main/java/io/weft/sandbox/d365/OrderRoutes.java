package io.weft.sandbox.d365;

import io.weft.sandbox.Row;
import io.weft.sandbox.Who;
import io.weft.sandbox.d365.data.ErpErrors;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.Refusal;
import io.weft.sandbox.d365.erp.order.LifeCycle;
import io.weft.sandbox.d365.erp.order.Orders;
import io.weft.sandbox.d365.event.EventNotifier;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /control/d365/orders/<company>/<number>} shows an order with what was picked, shipped and
 * invoiced of it; below that the acts of people who work in the ERP.
 */
final class OrderRoutes {
  private static final String ALL = "orders/<company>/<number>[/<act>]";

  private final Erp erp;
  private final LifeCycle lifeCycle;
  private final EventNotifier events;

  OrderRoutes(Erp erp, EventNotifier events) {
    this.erp = erp;
    this.lifeCycle = new LifeCycle(erp);
    this.events = events;
  }

  Answer handle(Call call) {
    String[] path = call.path().split("/");
    if (path.length < 6) {
      throw new IllegalArgumentException("the address is " + ALL);
    }
    Row header = erp.read(() -> Orders.header(erp, path[4], path[5]));
    if (header == null) {
      return Answer.empty(404);
    }
    if (path.length > 6 && call.method().equals("POST")) {
      return act(call, header, path[6]);
    }
    return Answer.json(200, shown(header));
  }

  private Answer act(Call call, Row header, String act) {
    Map<String, @Nullable Object> body =
        call.body().length == 0 ? new LinkedHashMap<>() : call.json();
    Object user = body.getOrDefault("user", call.query().getOrDefault("user", "sales"));
    try {
      Row after =
          erp.write(
              new Who(String.valueOf(user), call.requestId()),
              tx -> lifeCycle.act(tx, fresh(header), act, body));
      if (act.equals("invoice")) {
        announce(after);
      }
      return Answer.json(200, shown(after));
    } catch (Refusal e) {
      return new ErpErrors(erp.settings()).of(e);
    }
  }

  private Row fresh(Row header) {
    Row now = erp.table(Orders.HEADERS).find(header.key());
    if (now == null) {
      throw new IllegalArgumentException("the order is gone");
    }
    return now;
  }

  private void announce(Row header) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("BusinessEventId", "SalesInvoicePostedBusinessEvent");
    fields.put("LegalEntity", header.text("dataAreaId"));
    fields.put("InvoiceAccount", header.text("InvoiceCustomerAccountNumber"));
    fields.put("SalesOrderId", header.text("SalesOrderNumber"));
    fields.put("InvoiceAmountInAccountingCurrency", header.get("OrderTotalAmount"));
    fields.put("InvoiceTaxAmount", header.get("OrderTotalTaxAmount"));
    var unused = events.businessEvent(fields);
  }

  private Map<String, @Nullable Object> shown(Row header) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("header", header.own());
    List<Map<String, Object>> lines = new ArrayList<>();
    erp.read(() -> Orders.lines(erp, header)).forEach(line -> lines.add(line.own()));
    json.put("lines", lines);
    return json;
  }
}
