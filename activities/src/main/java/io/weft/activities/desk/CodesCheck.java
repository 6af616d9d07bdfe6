package io.weft.activities.desk;

import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.D365Filter;
import io.weft.activities.d365.D365Query;
import io.weft.activities.http.Page;
import io.weft.activities.http.Row;
import io.weft.activities.value.Columns;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether groups, terms, tax groups, currencies and so on that rules and value maps name exist in
 * each legal entity: the same name may mean nothing in the next one.
 */
public final class CodesCheck implements Check {
  private static final Map<String, String> KEYS = keys();
  private static final String GLOBAL = "Currencies";

  private final D365Client client;
  private final List<UsedCode> used;

  public CodesCheck(D365Client client, List<UsedCode> used) {
    this.client = client;
    this.used = List.copyOf(used);
  }

  private record Scope(String list, LegalEntity legalEntity) {}

  private static Map<String, String> keys() {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("CustomerGroups", "CustomerGroupId");
    keys.put("PaymentTerms", "Name");
    keys.put("CustomerPaymentMethods", "Name");
    keys.put(GLOBAL, "CurrencyCode");
    keys.put("TaxGroups", "TaxGroupCode");
    keys.put("DeliveryModesV2", "ModeCode");
    keys.put("DeliveryTerms", "TermsCode");
    keys.put("Warehouses", "WarehouseId");
    keys.put("OperationalSitesV2", "SiteId");
    return keys;
  }

  @Override
  public String name() {
    return "Codes in rules and value maps";
  }

  @Override
  public Side system() {
    return Side.D365;
  }

  @Override
  public List<Finding> look() {
    Map<Scope, List<UsedCode>> scopes = new LinkedHashMap<>();
    for (UsedCode code : used) {
      if (KEYS.containsKey(code.list())) {
        Scope scope = new Scope(code.list(), code.legalEntity());
        scopes.computeIfAbsent(scope, s -> new ArrayList<>()).add(code);
      }
    }
    List<Finding> findings = new ArrayList<>();
    scopes.forEach((scope, codes) -> look(scope, codes, findings));
    if (findings.isEmpty()) {
      findings.add(Finding.ok("weft.yaml", "Rules and value maps name no codes."));
    }
    return findings;
  }

  private void look(Scope scope, List<UsedCode> codes, List<Finding> findings) {
    Set<String> there = codes(scope);
    String where = "D365 " + scope.list() + " of " + scope.legalEntity();
    List<UsedCode> missing = codes.stream().filter(code -> !there.contains(code.code())).toList();
    for (UsedCode code : missing) {
      findings.add(
          Finding.problem(
              where,
              "There is no '" + code.code() + "', which " + code.source() + " names.",
              "Create it in D365 or correct the settings; there are " + Words.some(there) + "."));
    }
    if (missing.isEmpty()) {
      findings.add(Finding.ok(where, "All " + codes.size() + " codes exist."));
    }
  }

  private Set<String> codes(Scope scope) {
    String key = KEYS.getOrDefault(scope.list(), "Name");
    D365Query query = D365Query.of(Columns.of(key)).orderBy(key);
    if (!scope.list().equals(GLOBAL)) {
      query = query.where(D365Filter.equal("dataAreaId", scope.legalEntity().id()));
    }
    Set<String> codes = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    Page page = client.query(scope.list(), query);
    add(page, key, codes);
    for (String next = page.next(); next != null; next = page.next()) {
      page = client.next(scope.list(), next);
      add(page, key, codes);
    }
    return codes;
  }

  private static void add(Page page, String key, Set<String> codes) {
    for (Row row : page.rows()) {
      String code = row.text(key);
      if (code != null) {
        codes.add(code);
      }
    }
  }
}
