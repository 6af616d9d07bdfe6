package io.weft.sandbox.d365.data;

import io.weft.sandbox.Tx;
import io.weft.sandbox.d365.entra.Caller;
import io.weft.sandbox.d365.entra.Gatekeeper;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.ErpService;
import io.weft.sandbox.d365.erp.Refusal;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import io.weft.sandbox.http.Handler;
import io.weft.sandbox.odata.BadQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /data}: the OData endpoint of F&amp;O. */
public final class DataEndpoint implements Handler {
  /** Where it is. */
  public static final String PATH = "/data";

  private final Erp erp;
  private final Gatekeeper gatekeeper;
  private final ErpErrors errors;
  private final Reads reads;
  private final Mutations mutations;
  private final Batch batch;
  private final BusyOrders busy;

  /** Makes the endpoint over the tenant's data. */
  public DataEndpoint(Erp erp, ErpService service, Gatekeeper gatekeeper) {
    this.erp = erp;
    this.gatekeeper = gatekeeper;
    this.errors = new ErpErrors(erp.settings());
    this.reads = new Reads(erp);
    this.mutations = new Mutations(erp, service, reads);
    this.busy = new BusyOrders(erp, errors);
    this.batch = new Batch(erp, this, errors, busy);
  }

  @Override
  public Answer handle(Call call) {
    Optional<Answer> refused = gatekeeper.refusal(call);
    if (refused.isPresent()) {
      return refused.get();
    }
    Caller caller = gatekeeper.caller(call);
    String path = below(call.path());
    return switch (path) {
      case "" -> Answer.json(200, services(call));
      case "$metadata" ->
          Answer.html(200, Metadata.xml(erp)).header("Content-Type", "application/xml");
      case "$batch" -> batch.handle(call, caller);
      default -> guarded(() -> onSet(call, caller, path));
    };
  }

  /** Returns what a call is about, for faults and counters. */
  public static String setOf(Call call) {
    return Resource.setName(below(call.path()));
  }

  /** Does one operation of a batch that is in no changeset. */
  Answer single(Call call, Caller caller) {
    return guarded(() -> onSet(call, caller, below(call.path())));
  }

  /**
   * Does one write of a changeset.
   *
   * @throws Refusal if it cannot be done
   */
  Answer inChangeset(Tx tx, Call call, Caller caller) {
    Resource resource =
        resource(below(call.path()))
            .orElseThrow(() -> Refusal.request("No set at '" + call.path() + "'."));
    return mutations.apply(tx, call, caller, resource);
  }

  /** Work that may be refused. */
  interface Work {
    Answer run();
  }

  /** Returns the answer, or the error that a refusal means. */
  Answer guarded(Work work) {
    try {
      return work.run();
    } catch (Refusal e) {
      return errors.of(e);
    } catch (BadQuery e) {
      return errors.request(String.valueOf(e.getMessage()));
    }
  }

  private Answer onSet(Call call, Caller caller, String path) {
    Optional<Resource> resource = resource(path);
    resource.ifPresent(found -> erp.open(found.set()));
    if (resource.isEmpty()) {
      return errors.noSuchResource(call.base() + call.path());
    }
    if (call.method().equals("GET")) {
      return reads.get(call, caller, resource.get());
    }
    erp.site().latency().awaitWrite(Erp.SYSTEM);
    return busy.alone(
        busy.of(List.of(call), this::about),
        () -> erp.write(caller.who(call), tx -> mutations.apply(tx, call, caller, resource.get())));
  }

  /** Returns what a call is about, null if there is no such set. */
  @Nullable Resource about(Call call) {
    return resource(below(call.path())).orElse(null);
  }

  private Optional<Resource> resource(String path) {
    return Resource.of(erp.schema(), path)
        .filter(found -> erp.settings().on("served." + found.set().name()));
  }

  private Map<String, Object> services(Call call) {
    List<Map<String, String>> sets = new ArrayList<>();
    for (EntitySet set : Metadata.served(erp)) {
      Map<String, String> entry = new LinkedHashMap<>();
      entry.put("name", set.name());
      entry.put("kind", "EntitySet");
      entry.put("url", set.name());
      sets.add(entry);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("@odata.context", call.base() + "/data/$metadata");
    json.put("value", sets);
    return json;
  }

  private static String below(String path) {
    String rest = path.startsWith(PATH) ? path.substring(PATH.length()) : path;
    return rest.startsWith("/") ? rest.substring(1) : rest;
  }
}
