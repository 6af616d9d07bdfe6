package io.weft.sandbox.creatio;

import io.weft.sandbox.Row;
import io.weft.sandbox.Site;
import io.weft.sandbox.Table;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import io.weft.sandbox.http.Handler;
import io.weft.sandbox.odata.BadQuery;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The OData root: sets, rows, metadata and batches, for callers that have signed in. */
final class CreatioApi implements Handler {
  static final String JSON = "application/json; odata.metadata=minimal";

  private final Site site;
  private final String root;
  private final SignIn signIn;
  private final EntityLayer entities;
  private final CreatioMetadata metadata;
  private final Rebuilds rebuilds;
  private final Reader reader;
  private final Batch batch;

  CreatioApi(
      Site site,
      String root,
      SignIn signIn,
      EntityLayer entities,
      CreatioMetadata metadata,
      Rebuilds rebuilds) {
    this.site = site;
    this.root = root;
    this.signIn = signIn;
    this.entities = entities;
    this.metadata = metadata;
    this.rebuilds = rebuilds;
    this.reader = new Reader(site);
    this.batch = new Batch(this::answer);
  }

  @Override
  public Answer handle(Call call) {
    try {
      Caller caller = signIn.caller(call);
      return caller == null ? Errors.unauthorized() : answer(call, caller);
    } catch (Refusal e) {
      return e.answer();
    }
  }

  private Answer answer(Call call, Caller caller) {
    try {
      return dispatch(call, caller, call.path().substring(root.length()));
    } catch (Refusal e) {
      return e.answer();
    } catch (BadQuery e) {
      return e.status() == 500
          ? Errors.odata(500, "System.ArgumentException", String.valueOf(e.getMessage()))
          : Errors.query(e.status(), String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      return Errors.binding("entity", String.valueOf(e.getMessage()));
    }
  }

  private Answer dispatch(Call call, Caller caller, String path) {
    return switch (path) {
      case "", "/" -> sets(call);
      case "/$metadata" -> xml();
      case "/$batch" -> batch.run(call, caller, root);
      default -> set(call, caller, Target.of(path));
    };
  }

  private Answer set(Call call, Caller caller, Target target) {
    Table table = site.world().findTable(CreatioTenant.SYSTEM, target.set());
    if (table == null || !metadata.visible().contains(table)) {
      return Errors.noController(404, call.base() + call.path(), target.set());
    }
    if (rebuilds.isRebuilding(target.set())) {
      return Errors.noController(rebuilds.status(), call.base() + call.path(), target.set());
    }
    if (target.key() != null && !target.isKeyWellFormed()) {
      throw new BadQuery("The key value '" + target.key() + "' is not a valid Edm.Guid.");
    }
    return row(call, caller, table, target);
  }

  private Answer row(Call call, Caller caller, Table table, Target target) {
    String key = target.key();
    String url = call.base() + root;
    if (call.method().equals("GET")) {
      return reader.read(call, url, table, target);
    }
    site.latency().awaitWrite(CreatioTenant.SYSTEM);
    if (call.method().equals("POST") && key == null) {
      Row row = entities.create(caller, table, call.json());
      return reader.created(url, row);
    }
    if (key != null && call.method().equals("PATCH")) {
      entities.update(caller, table, key, call.json());
      return Answer.empty(204).header("OData-Version", "4.0");
    }
    if (key != null && call.method().equals("DELETE")) {
      entities.delete(caller, table, key);
      return Answer.empty(204).header("OData-Version", "4.0");
    }
    return Answer.json(405, Map.of("Message", "The requested resource does not support it."));
  }

  private Answer sets(Call call) {
    List<Object> all = new ArrayList<>();
    for (Table table : metadata.visible()) {
      Map<String, Object> set = new LinkedHashMap<>();
      set.put("name", table.name());
      set.put("kind", "EntitySet");
      set.put("url", table.name());
      all.add(set);
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("@odata.context", call.base() + root + "/$metadata");
    body.put("value", all);
    return Answer.json(200, body).header("OData-Version", "4.0");
  }

  private Answer xml() {
    return Answer.of(
            200,
            "application/xml; charset=utf-8",
            metadata.document().getBytes(StandardCharsets.UTF_8))
        .header("OData-Version", "4.0");
  }
}
