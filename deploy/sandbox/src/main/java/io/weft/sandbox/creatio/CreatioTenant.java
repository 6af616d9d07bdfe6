package io.weft.sandbox.creatio;

import io.weft.sandbox.Site;
import io.weft.sandbox.Tenant;
import io.weft.sandbox.Who;
import io.weft.sandbox.control.Deliveries;
import io.weft.sandbox.control.FaultRule;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import io.weft.sandbox.http.Handler;
import io.weft.sandbox.seed.Company;
import io.weft.sandbox.seed.SeedPlan;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Creatio tenant: sign-in, OData 4, DataService writes, side effects, merges and events. */
public final class CreatioTenant implements Tenant {
  /** The tenant's name in journal, faults and counters. */
  public static final String SYSTEM = "creatio";

  /** The OAuth client there is from the start. */
  public static final String CLIENT_ID = "weft";

  /** That client's secret. */
  public static final String CLIENT_SECRET = "weft-secret";

  private final Site site;
  private final Settings settings = new Settings();
  private final Users users;
  private final SignIn signIn;
  private final Deliveries deliveries;
  private final EntityLayer entities;
  private final CreatioMetadata metadata;
  private final Rebuilds rebuilds;
  private final Controls controls;
  private final Failures failures;

  /** Makes the tenant's tables and what every site holds on its first day. */
  public CreatioTenant(Site site) {
    this.site = site;
    Schema.create(site.world());
    users = new Users(site.world());
    firstDay();
    site.credentials().add(SYSTEM, CLIENT_ID, CLIENT_SECRET, Users.TECHNICAL);
    signIn = new SignIn(site.credentials(), users);
    deliveries = new Deliveries(SYSTEM, site.faults(), site.options().seed());
    entities =
        new EntityLayer(
            site.world(),
            site.faults(),
            new CreatioValues(settings),
            new Notifier(deliveries, settings),
            new SetRules(settings.orders()));
    metadata = new CreatioMetadata(site.world(), settings);
    rebuilds = new Rebuilds(site.world(), settings);
    controls = new Controls(site, entities, users, settings, rebuilds, deliveries);
    failures = new Failures(site.credentials());
  }

  @Override
  public String system() {
    return SYSTEM;
  }

  @Override
  public Map<String, Handler> routes() {
    Map<String, Handler> routes = new LinkedHashMap<>();
    routes.put("/0/odata", api("/0/odata"));
    routes.put("/odata", netOnly(api("/odata")));
    DataService service = new DataService(site, signIn, entities);
    routes.put("/0/DataService", service);
    routes.put("/DataService", netOnly(service));
    routes.put("/connect/token", signIn::token);
    routes.put("/0/connect/token", signIn::token);
    routes.put("/.well-known/openid-configuration", SignIn::discovery);
    routes.put("/0/.well-known/openid-configuration", SignIn::discovery);
    routes.put("/ServiceModel/AuthService.svc/Login", signIn::login);
    routes.put("/0/ServiceModel/AuthService.svc/Login", call -> Errors.unauthorized());
    routes.put("/0/api/HealthCheck/Ping", call -> ping(!settings.net()));
    routes.put("/api/HealthCheck/Ping", call -> ping(settings.net()));
    routes.put("/0/api/OAuthHealthCheck", call -> oauthHealth());
    routes.put("/Login", call -> Errors.loginPage(200));
    return routes;
  }

  @Override
  public String setOf(Call call) {
    String path = call.path();
    if (path.endsWith("/connect/token") || path.endsWith("/Login")) {
      return "token";
    }
    int odata = path.indexOf("/odata");
    if (odata >= 0) {
      return Target.of(path.substring(odata + "/odata".length())).set();
    }
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public String clientOf(Call call) {
    return call.path().endsWith("/connect/token")
        ? call.form().getOrDefault("client_id", "anonymous")
        : signIn.name(call);
  }

  @Override
  public Answer failure(FaultRule fault, Call call) {
    return failures.of(fault, call);
  }

  @Override
  public Map<String, Handler> controls() {
    Map<String, Handler> handlers = controls.handlers();
    handlers.put("sessions", this::endSessions);
    return handlers;
  }

  @Override
  public Answer actAsUser(Call call, String set, @Nullable String key) {
    return controls.actAsUser(call, set, key);
  }

  @Override
  public void seed(Iterable<Company> companies, SeedPlan plan) {
    new CreatioSeed(site.world(), companies, plan).run();
  }

  @Override
  public Map<String, @Nullable Object> state() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("settings", settings.toJson());
    state.put("notifier", deliveries.toJson());
    state.put("integrationContactId", Ids.INTEGRATION);
    return state;
  }

  @Override
  public void close() {
    deliveries.close();
  }

  private void firstDay() {
    site.world()
        .write(
            SYSTEM,
            new Who(Who.SEED, null),
            tx -> {
              new BaseData(site.world()).create(tx);
              users.create(tx);
              return true;
            });
  }

  private Answer endSessions(Call call) {
    signIn.forgetSessions();
    return Answer.empty(204);
  }

  private CreatioApi api(String root) {
    return new CreatioApi(site, root, signIn, entities, metadata, rebuilds);
  }

  private Handler netOnly(Handler handler) {
    return call ->
        settings.net()
            ? handler.handle(call)
            : Answer.html(404, "<html><body>404 - File or directory not found.</body></html>");
  }

  private static Answer ping(boolean here) {
    return here ? Answer.json(200, "Pong") : Answer.html(404, "<html>404 - not found</html>");
  }

  private static Answer oauthHealth() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("HasProblem", false);
    body.put("IsSystemSettingsFilledIn", true);
    body.put("IsIdentityServiceAvailable", true);
    body.put("IsAccessTokenRetrievableForSystemActions", true);
    body.put("Message", "");
    return Answer.json(200, body);
  }
}
