package io.weft.sandbox.d365;

import io.weft.sandbox.Row;
import io.weft.sandbox.Table;
import io.weft.sandbox.Tx;
import io.weft.sandbox.Who;
import io.weft.sandbox.d365.data.ErpErrors;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.ErpService;
import io.weft.sandbox.d365.erp.Refusal;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes of a person at a screen: the same rules, but no approval and no ETag. */
final class UserWrites {
  private static final String USER = "user";

  private final Erp erp;
  private final ErpService service;

  UserWrites(Erp erp, ErpService service) {
    this.erp = erp;
    this.service = service;
  }

  Answer act(Call call, String setName, @Nullable String key) {
    Optional<EntitySet> set = erp.schema().find(setName);
    if (set.isEmpty()) {
      return Answer.empty(404);
    }
    erp.open(set.get());
    Map<String, @Nullable Object> body = call.json();
    Object named = body.remove(USER);
    String user = named == null ? call.query().getOrDefault(USER, USER) : named.toString();
    try {
      return erp.write(
          new Who(user, call.requestId()), tx -> write(tx, call.method(), body, set.get(), key));
    } catch (Refusal e) {
      return new ErpErrors(erp.settings()).of(e);
    }
  }

  private Answer write(
      Tx tx,
      String method,
      Map<String, @Nullable Object> body,
      EntitySet set,
      @Nullable String key) {
    if (key == null) {
      String company = erp.settings().text("defaultCompany." + USER);
      return Answer.json(201, service.create(tx, set, body, company).all());
    }
    Row row = find(set, key);
    if (row == null) {
      return Answer.empty(404);
    }
    if (method.equals("DELETE")) {
      service.delete(tx, set, row);
      return Answer.empty(204);
    }
    return Answer.json(200, service.update(tx, set, row, body, true).all());
  }

  /** A bar must be encoded in an address, so a comma does as well. */
  private @Nullable Row find(EntitySet set, String key) {
    Table table = erp.table(set);
    Row row = table.find(key);
    return row != null ? row : table.find(key.replace(',', '|'));
  }
}
