package io.weft.sandbox.d365;

import io.weft.sandbox.Column;
import io.weft.sandbox.Row;
import io.weft.sandbox.Table;
import io.weft.sandbox.Who;
import io.weft.sandbox.d365.dataverse.ChangeLogs;
import io.weft.sandbox.d365.erp.Approvals;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.ErpService;
import io.weft.sandbox.d365.erp.Parameters;
import io.weft.sandbox.d365.erp.order.Periods;
import io.weft.sandbox.d365.event.EventNotifier;
import io.weft.sandbox.d365.event.EventTarget;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import io.weft.sandbox.http.Handler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The addresses below {@code /control/d365/} that are not sets. */
final class ControlRoutes {
  private final Erp erp;
  private final ErpService service;
  private final ChangeLogs logs;
  private final EventNotifier events;
  private final Map<String, Column> removed = new ConcurrentHashMap<>();

  ControlRoutes(Erp erp, ErpService service, ChangeLogs logs, EventNotifier events) {
    this.erp = erp;
    this.service = service;
    this.logs = logs;
    this.events = events;
  }

  Map<String, Handler> handlers() {
    Map<String, Handler> handlers = new LinkedHashMap<>();
    handlers.put("settings", this::settings);
    handlers.put("proposals", this::proposals);
    handlers.put("tax-numbers", this::taxNumbers);
    handlers.put("delta", this::delta);
    handlers.put("metadata", this::metadata);
    handlers.put("events", this::events);
    handlers.put("business-events", this::businessEvents);
    handlers.put("orders", new OrderRoutes(erp, events)::handle);
    handlers.put("dimensions", new DimensionRoutes(erp, service)::handle);
    handlers.put("periods", this::periods);
    return handlers;
  }

  private Answer settings(Call call) {
    switch (call.method()) {
      case "GET" -> {
        return Answer.json(200, erp.settings().toJson());
      }
      case "DELETE" -> erp.settings().reset();
      default -> erp.settings().set(call.json());
    }
    Parameters.sync(erp);
    return Answer.json(200, erp.settings().toJson());
  }

  private Answer proposals(Call call) {
    String[] path = call.path().split("/");
    if (path.length < 6) {
      return Answer.json(
          200,
          Map.of(
              "value",
              service.approvals().open().stream().map(Approvals.Proposal::toJson).toList()));
    }
    Approvals.Proposal proposal = service.approvals().take(Long.parseLong(path[4]));
    if (proposal == null) {
      return Answer.empty(404);
    }
    return path[5].equals("approve") ? approve(proposal) : Answer.json(200, proposal.toJson());
  }

  private Answer approve(Approvals.Proposal proposal) {
    EntitySet set = erp.schema().get(proposal.set());
    return erp.write(
        new Who("approver", null),
        tx -> {
          Row row = erp.table(set).find(proposal.key());
          if (row == null) {
            return Answer.empty(404);
          }
          service.apply(tx, set, row, proposal.changes());
          return Answer.json(200, proposal.toJson());
        });
  }

  private Answer taxNumbers(Call call) {
    if (call.method().equals("POST")) {
      Map<String, @Nullable Object> body = call.json();
      service.taxNumbers().add(text(body, "company"), text(body, "number"));
    }
    return Answer.json(200, Map.of("value", service.taxNumbers().all()));
  }

  private Answer delta(Call call) {
    if (call.method().equals("POST")) {
      logs.expireAll();
    }
    return Answer.json(200, Map.of("version", logs.version()));
  }

  /** A tenant whose release or extensions lack a field; clients of change tracking notice. */
  private Answer metadata(Call call) {
    Map<String, @Nullable Object> body = call.json();
    EntitySet set = erp.schema().get(text(body, "set"));
    Table table = erp.table(set);
    Object remove = body.get("remove");
    Object restore = body.get("restore");
    if (remove != null) {
      Column column = table.columns().get(remove.toString());
      if (column == null) {
        throw new IllegalArgumentException(set.name() + " has no field '" + remove + "'");
      }
      removed.put(set.name() + "." + remove, column);
      table.removeColumn(column.name());
    } else if (restore != null) {
      Column column = removed.remove(set.name() + "." + restore);
      if (column == null) {
        throw new IllegalArgumentException("'" + restore + "' was not removed");
      }
      table.column(column);
    }
    logs.expireAll();
    return Answer.json(200, Map.of("fields", List.copyOf(table.columns().keySet())));
  }

  /** A person closes a company's books through a day; an empty day opens them again. */
  private Answer periods(Call call) {
    if (call.method().equals("POST")) {
      Map<String, @Nullable Object> body = call.json();
      String day = text(body, "closedThrough");
      if (!day.isEmpty()) {
        day = Periods.day(day).toString().substring(0, 10);
      }
      erp.settings().set(Map.of("periodClosedThrough." + text(body, "company"), day));
    }
    return Answer.json(200, erp.settings().toJson());
  }

  private Answer events(Call call) {
    if (!call.method().equals("GET")) {
      events.sendTo(EventTarget.of(call.json()));
    }
    return Answer.json(200, events.toJson());
  }

  private Answer businessEvents(Call call) {
    return Answer.json(200, events.businessEvent(call.json()));
  }

  private static String text(Map<String, @Nullable Object> body, String name) {
    Object value = body.get(name);
    if (value == null) {
      throw new IllegalArgumentException("'" + name + "' is missing");
    }
    return value.toString();
  }
}
