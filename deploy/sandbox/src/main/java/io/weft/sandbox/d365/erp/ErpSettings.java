package io.weft.sandbox.d365.erp;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The tenant's switches, by flat names; those that end in {@code .<company>} or {@code .<client>}
 * may be set for each. Safe for many threads.
 */
public final class ErpSettings {
  private static final Map<String, Object> DEFAULTS = new LinkedHashMap<>();
  private static final Map<String, Object> DEFAULTS_EACH = new LinkedHashMap<>();

  static {
    DEFAULTS.put("tenantId", "11111111-2222-3333-4444-555555555555");
    DEFAULTS.put("expiresInAsString", false);
    DEFAULTS.put("expiredSecret", "");
    DEFAULTS.put("tokenEndpointBusy", false);
    DEFAULTS.put("acceptAssertions", true);
    DEFAULTS.put("errorStatus", 400);
    DEFAULTS.put("conflictStatus", 412);
    DEFAULTS.put("pageSize", 10_000);
    DEFAULTS.put("deltaPageSize", 5_000);
    DEFAULTS.put("deltaRetentionSeconds", 604_800);
    DEFAULTS.put("autoNumberCustomers", false);
    DEFAULTS.put("longValues", "refuse");
    DEFAULTS.put("unstableOrder", true);
    DEFAULTS.put("servicing", false);
    DEFAULTS.put("approvalFields", "OrganizationName,PaymentTerms,SalesTaxGroup,TaxExemptNumber");
    DEFAULTS.put("throttlePerSecond", 0);
    DEFAULTS.put("throttleConcurrent", 0);
    DEFAULTS.put("throttleEverySeconds", 0);
    DEFAULTS.put("throttleForSeconds", 0);
    DEFAULTS.put("retryAfterSeconds", 2);
    DEFAULTS.put("jobFunctions", "Management,Purchasing,Sales,Finance,Logistics,Technology");
    DEFAULTS.put("salesCategories", "Services,Consulting,Freight");
    DEFAULTS.put("orderWriteMs", 0);
    DEFAULTS_EACH.put("manualNumbers", false);
    DEFAULTS_EACH.put("numbersLeft", -1);
    DEFAULTS_EACH.put("periodClosedThrough", "");
    DEFAULTS_EACH.put("calculateTotals", true);
    DEFAULTS_EACH.put("autoCharge", 0);
    DEFAULTS_EACH.put("approval", "off");
    DEFAULTS_EACH.put("taxNumbersListed", false);
    DEFAULTS_EACH.put("taxNumberMandatory", false);
    DEFAULTS_EACH.put("defaultCompany", "usmf");
    DEFAULTS_EACH.put("registered", true);
    DEFAULTS_EACH.put("readForbidden", false);
    DEFAULTS_EACH.put("writeForbidden", false);
    DEFAULTS_EACH.put("virtualTable", true);
    DEFAULTS_EACH.put("served", true);
  }

  private final Map<String, Object> values = new ConcurrentHashMap<>();

  /**
   * Sets switches; null puts one back to its default.
   *
   * @throws IllegalArgumentException naming the first unknown name or value of a wrong type
   */
  public void set(Map<String, @Nullable Object> changes) {
    changes.forEach(
        (name, value) -> {
          Object otherwise = standard(name);
          if (value == null) {
            values.remove(name);
          } else {
            values.put(name, checked(name, value, otherwise));
          }
        });
  }

  /** Puts all switches back to their defaults. */
  public void reset() {
    values.clear();
  }

  /** Returns a switch that is on or off. */
  public boolean on(String name) {
    return (boolean) get(name);
  }

  /** Returns a number. */
  public int number(String name) {
    return ((Number) get(name)).intValue();
  }

  /** Returns an amount, exactly as it was set. */
  public BigDecimal amount(String name) {
    return new BigDecimal(get(name).toString());
  }

  /** Returns a text. */
  public String text(String name) {
    return get(name).toString();
  }

  /** Returns a time that is set in seconds. */
  public Duration seconds(String name) {
    return Duration.ofSeconds(number(name));
  }

  /** Returns all switches: the general ones, and those set for one company, client or set. */
  public Map<String, Object> toJson() {
    Map<String, Object> all = new TreeMap<>(DEFAULTS);
    DEFAULTS_EACH.forEach((name, value) -> all.put(name + ".*", value));
    all.putAll(values);
    return all;
  }

  private Object get(String name) {
    Object value = values.get(name);
    if (value == null && name.indexOf('.') > 0) {
      value = values.get(name.substring(0, name.indexOf('.')) + ".*");
    }
    return value == null ? standard(name) : value;
  }

  private static Object standard(String name) {
    int dot = name.indexOf('.');
    Object standard = dot < 0 ? DEFAULTS.get(name) : DEFAULTS_EACH.get(name.substring(0, dot));
    if (standard == null) {
      throw new IllegalArgumentException(
          "no setting '%s'; there are %s and, with .<name>, %s"
              .formatted(name, DEFAULTS.keySet(), DEFAULTS_EACH.keySet()));
    }
    return standard;
  }

  private static Object checked(String name, Object value, Object standard) {
    boolean alike =
        standard instanceof Number
            ? value instanceof Number
            : standard.getClass() == value.getClass();
    if (!alike) {
      throw new IllegalArgumentException(
          "'%s' is not like %s: %s".formatted(name, standard, value));
    }
    return value;
  }
}
