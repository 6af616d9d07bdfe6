package io.weft.activities.lookup;

import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.D365Filter;
import io.weft.activities.d365.D365Query;
import io.weft.activities.http.Page;
import io.weft.activities.http.Row;
import io.weft.activities.value.Columns;
import io.weft.workflows.record.LegalEntity;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The codes that one legal entity of D365 knows, by list. A list not known here has every code. */
public final class CodeLists {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final Duration MISSED = Duration.ofSeconds(5);
  private static final Map<String, String> KEYS = keys();

  /** Lists that all legal entities share. */
  private static final Set<String> GLOBAL = Set.of("Currencies", "UnitsOfMeasure");

  private final D365Client client;
  private final LegalEntity legalEntity;
  private final Kept<String, Set<String>> lists;

  public CodeLists(D365Client client, LegalEntity legalEntity, Clock clock) {
    this.client = client;
    this.legalEntity = legalEntity;
    this.lists = new Kept<>(clock, LIFE, 100);
  }

  private static Map<String, String> keys() {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("Currencies", "CurrencyCode");
    keys.put("PaymentTerms", "Name");
    keys.put("CustomerGroups", "CustomerGroupId");
    keys.put("TaxGroups", "TaxGroupCode");
    keys.put("CustomerPaymentMethods", "Name");
    keys.put("DeliveryTerms", "TermsCode");
    keys.put("DeliveryModesV2", "ModeCode");
    keys.put("Warehouses", "WarehouseId");
    keys.put("TaxItemGroupHeadings", "TaxItemGroup");
    keys.put("UnitsOfMeasure", "UnitSymbol");
    return Collections.unmodifiableMap(keys);
  }

  boolean has(String list, String code) {
    if (!KEYS.containsKey(list)) {
      return true;
    }
    return lists.get(list, this::fetch).contains(code)
        || lists.get(list, MISSED, this::fetch).contains(code);
  }

  private Set<String> fetch(String list) {
    String key = KEYS.getOrDefault(list, "Name");
    D365Query query = D365Query.of(Columns.of(key)).orderBy(key);
    if (!GLOBAL.contains(list)) {
      query = query.where(D365Filter.equal("dataAreaId", legalEntity.id()));
    }
    Set<String> codes = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    Page page = client.query(list, query);
    add(codes, page, key);
    while (page.next() != null) {
      page = client.next(list, page.next());
      add(codes, page, key);
    }
    return codes;
  }

  private static void add(Set<String> codes, Page page, String key) {
    for (Row row : page.rows()) {
      String code = row.text(key);
      if (code != null) {
        codes.add(code);
      }
    }
  }
}
