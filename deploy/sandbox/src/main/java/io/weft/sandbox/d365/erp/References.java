package io.weft.sandbox.d365.erp;

import io.weft.sandbox.Row;
import io.weft.sandbox.d365.schema.EntitySet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which fields of a set must name a row of another set. */
public final class References {
  private record Target(EntitySet set, boolean perCompany) {}

  private final Erp erp;
  private final EntitySet set;
  private final Map<String, Target> targets = new TreeMap<>();

  /** Begins without any reference. */
  public References(Erp erp, EntitySet set) {
    this.erp = erp;
    this.set = set;
  }

  /** Adds a field that names a row of a set: in its company, where that set has companies. */
  public References with(String field, String target) {
    EntitySet to = erp.schema().get(target);
    targets.put(set.get(field).name(), new Target(to, to.perCompany()));
    return this;
  }

  /**
   * Checks the given fields; empty ones pass.
   *
   * @throws Refusal naming the first value that is not there
   */
  public void check(String company, Map<String, Object> given) {
    given.forEach((name, value) -> check(company, name, value.toString()));
  }

  private void check(String company, String name, String value) {
    Target target = targets.get(name);
    if (target != null && !value.isEmpty() && find(company, target, value) == null) {
      throw Refusal.notFound(set, name, value, target.set().label());
    }
    if (name.endsWith("AddressCountryRegionId") && !value.isEmpty() && !Countries.isKnown(value)) {
      throw Refusal.notFound(set, name, value, "Country/region");
    }
  }

  private @Nullable Row find(String company, Target target, String value) {
    return erp.table(target.set()).find(target.perCompany() ? Keys.of(company, value) : value);
  }
}
