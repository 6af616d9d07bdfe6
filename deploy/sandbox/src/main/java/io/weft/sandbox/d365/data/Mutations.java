package io.weft.sandbox.d365.data;

import io.weft.sandbox.Row;
import io.weft.sandbox.Tx;
import io.weft.sandbox.d365.entra.Caller;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.ErpService;
import io.weft.sandbox.d365.erp.Hidden;
import io.weft.sandbox.d365.erp.Refusal;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers POST, PATCH, PUT and DELETE inside a transaction that the caller owns. */
final class Mutations {
  private final Erp erp;
  private final ErpService service;
  private final Reads reads;

  Mutations(Erp erp, ErpService service, Reads reads) {
    this.erp = erp;
    this.service = service;
    this.reads = reads;
  }

  /**
   * Does one write.
   *
   * @throws Refusal if it cannot be done; the transaction must then be given up
   */
  Answer apply(Tx tx, Call call, Caller caller, Resource resource) {
    EntitySet set = resource.set();
    if (erp.settings().on("writeForbidden." + set.name())) {
      throw Refusal.forbidden("writing " + set.name());
    }
    String key = resource.key();
    if (key == null) {
      return created(tx, call, caller, set);
    }
    Row row = reads.find(call, caller, set, key);
    if (row == null) {
      throw Refusal.missing();
    }
    requireUnmoved(call, row);
    return switch (call.method()) {
      case "PATCH", "PUT" -> updated(tx, call, set, row);
      case "DELETE" -> deleted(tx, set, row);
      default -> throw Refusal.request("The method " + call.method() + " needs no key.");
    };
  }

  private Answer created(Tx tx, Call call, Caller caller, EntitySet set) {
    if (!call.method().equals("POST")) {
      throw Refusal.request("The method " + call.method() + " needs a key.");
    }
    Row row = service.create(tx, set, body(call), caller.company());
    String address = call.base() + "/data/" + Links.entity(set, row);
    return Reads.answer(201, reads.whole(call, set, row))
        .header("Location", address)
        .header("ETag", Hidden.etag(row));
  }

  private Answer updated(Tx tx, Call call, EntitySet set, Row row) {
    service.update(tx, set, row, body(call), false);
    return Answer.empty(204).header("OData-Version", "4.0");
  }

  private Answer deleted(Tx tx, EntitySet set, Row row) {
    service.delete(tx, set, row);
    return Answer.empty(204).header("OData-Version", "4.0");
  }

  private static void requireUnmoved(Call call, Row row) {
    String wanted = call.header("if-match");
    if (wanted != null && !wanted.trim().equals("*") && !wanted.trim().equals(Hidden.etag(row))) {
      throw Refusal.stale();
    }
  }

  private static Map<String, @Nullable Object> body(Call call) {
    try {
      return call.json();
    } catch (IllegalArgumentException e) {
      throw Refusal.request("The request body is not valid JSON.");
    }
  }
}
