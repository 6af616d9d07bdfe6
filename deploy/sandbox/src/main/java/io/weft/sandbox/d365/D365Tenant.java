package io.weft.sandbox.d365;

import io.weft.sandbox.Site;
import io.weft.sandbox.Tenant;
import io.weft.sandbox.control.FaultRule;
import io.weft.sandbox.d365.data.DataEndpoint;
import io.weft.sandbox.d365.data.ErpErrors;
import io.weft.sandbox.d365.dataverse.ChangeLogs;
import io.weft.sandbox.d365.dataverse.DataverseEndpoint;
import io.weft.sandbox.d365.entra.Gatekeeper;
import io.weft.sandbox.d365.entra.Throttle;
import io.weft.sandbox.d365.entra.TokenEndpoint;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.ErpService;
import io.weft.sandbox.d365.erp.Reference;
import io.weft.sandbox.d365.erp.dimension.DimensionSetup;
import io.weft.sandbox.d365.erp.order.OrderHeaders;
import io.weft.sandbox.d365.erp.order.OrderLines;
import io.weft.sandbox.d365.erp.order.Orders;
import io.weft.sandbox.d365.erp.party.ContactPersons;
import io.weft.sandbox.d365.erp.party.ElectronicAddresses;
import io.weft.sandbox.d365.erp.party.PartyWrites;
import io.weft.sandbox.d365.event.EventNotifier;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import io.weft.sandbox.http.Handler;
import io.weft.sandbox.seed.Company;
import io.weft.sandbox.seed.SeedPlan;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The D365 tenant: sign-in, F&amp;O's {@code /data}, Dataverse, events. Safe for many threads. */
public final class D365Tenant implements Tenant {
  private final Erp erp;
  private final ErpService service;
  private final ChangeLogs logs;
  private final EventNotifier events;
  private final Gatekeeper gatekeeper;
  private final Throttle throttle;
  private final TokenEndpoint tokens;
  private final DataEndpoint data;
  private final DataverseEndpoint dataverse;
  private final Failures failures;
  private final ControlRoutes controls;

  /** Makes the tenant with its set-up of three companies and one client. */
  public D365Tenant(Site site) {
    erp = new Erp(site);
    service = new ErpService(erp);
    DimensionSetup.register(erp, service);
    service.rules(ContactPersons.SET, new ContactPersons(erp, service.parties()));
    service.rules(PartyWrites.SET, new PartyWrites(erp, service.parties()));
    service.rules(ElectronicAddresses.SET, new ElectronicAddresses(erp, service.parties()));
    service.rules(Orders.HEADERS, new OrderHeaders(erp));
    service.rules(Orders.LINES, new OrderLines(erp));
    logs = new ChangeLogs(erp);
    events = new EventNotifier(erp);
    gatekeeper = new Gatekeeper(erp);
    throttle = new Throttle(erp);
    tokens = new TokenEndpoint(erp, service, gatekeeper);
    data = new DataEndpoint(erp, service, gatekeeper);
    dataverse = new DataverseEndpoint(erp, logs, gatekeeper);
    failures = new Failures(new ErpErrors(erp.settings()), tokens);
    controls = new ControlRoutes(erp, service, logs, events);
    Reference.load(erp, service);
    site.credentials().add(Erp.SYSTEM, "weft", "weft-secret", "weft");
  }

  @Override
  public String system() {
    return Erp.SYSTEM;
  }

  @Override
  public Map<String, Handler> routes() {
    Map<String, Handler> routes = new LinkedHashMap<>();
    routes.put("*" + TokenEndpoint.PATH, tokens);
    routes.put(DataEndpoint.PATH, call -> underLoad(call, data));
    routes.put(DataverseEndpoint.PATH, call -> underLoad(call, dataverse));
    return routes;
  }

  @Override
  public String setOf(Call call) {
    if (call.path().endsWith(TokenEndpoint.PATH)) {
      return "token";
    }
    return call.path().startsWith(DataverseEndpoint.PATH)
        ? DataverseEndpoint.setOf(call)
        : DataEndpoint.setOf(call);
  }

  @Override
  public String clientOf(Call call) {
    return gatekeeper.clientOf(call);
  }

  @Override
  public Answer failure(FaultRule fault, Call call) {
    return failures.of(fault, call);
  }

  @Override
  public Map<String, Handler> controls() {
    return controls.handlers();
  }

  @Override
  public Answer actAsUser(Call call, String set, @Nullable String key) {
    return new UserWrites(erp, service).act(call, set, key);
  }

  @Override
  public void seed(Iterable<Company> companies, SeedPlan plan) {
    new Seeding(erp, service).seed(companies);
    new ContactSeeding(erp, service).seed(companies, plan.customerContacts());
  }

  @Override
  public Map<String, @Nullable Object> state() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("settings", erp.settings().toJson());
    state.put("version", logs.version());
    state.put("proposals", service.approvals().open().size());
    state.put("events", events.toJson());
    return state;
  }

  @Override
  public void close() {
    events.close();
  }

  private Answer underLoad(Call call, Handler handler) {
    if (erp.settings().on("servicing")) {
      return Failures.servicing();
    }
    Long wait = throttle.enter(gatekeeper.clientOf(call));
    try {
      return wait == null ? handler.handle(call) : failures.throttled(call, wait);
    } finally {
      throttle.leave();
    }
  }
}
