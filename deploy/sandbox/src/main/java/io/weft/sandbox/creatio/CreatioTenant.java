package io.weft.sandbox.creatio;

import io.weft.sandbox.Site;
import io.weft.sandbox.Tenant;
import io.weft.sandbox.control.FaultRule;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import io.weft.sandbox.http.Handler;
import io.weft.sandbox.seed.Company;
import io.weft.sandbox.seed.SeedPlan;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Creatio tenant. */
public final class CreatioTenant implements Tenant {
  private final Site site;

  /** Makes the tenant's tables. */
  public CreatioTenant(Site site) {
    this.site = site;
  }

  @Override
  public String system() {
    return "creatio";
  }

  @Override
  public Map<String, Handler> routes() {
    return Map.of();
  }

  @Override
  public String setOf(Call call) {
    return "";
  }

  @Override
  public String clientOf(Call call) {
    return "anonymous";
  }

  @Override
  public Answer failure(FaultRule fault, Call call) {
    return Answer.empty(500);
  }

  @Override
  public Map<String, Handler> controls() {
    return Map.of();
  }

  @Override
  public Answer actAsUser(Call call, String set, @Nullable String key) {
    return Answer.empty(404);
  }

  @Override
  public void seed(List<Company> companies, SeedPlan plan) {}

  @Override
  public Map<String, @Nullable Object> state() {
    return Map.of("tables", site.world().tables(system()).size());
  }

  @Override
  public void close() {}
}
