package io.weft.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is in both systems before anything is loaded, one half of it in both, and some companies
 * that only a person can tell to be the same.
 *
 * @param accounts ids in Creatio
 * @param customers company and number with a comma, as the control addresses want it
 * @param partners the customers of accounts that are the same company
 */
record Population(List<String> accounts, List<String> customers, Map<String, String> partners) {
  private static final String COMPANY = "usmf";

  /** The same but for a slip of the pen and the legal form: alike, and not surely the same. */
  private static final List<List<String>> DOUBTFUL =
      List.of(
          List.of("Mapel Works", "Maple Works"),
          List.of("Birchwod Valley", "Birchwood Valley"),
          List.of("Quarry Lantren", "Quarry Lantern"),
          List.of("Thisle Harvest", "Thistle Harvest"));

  /** Makes it up, so that there are about so many pairs, and reads what is there then. */
  static Population make(Http http, long seed, int pairs) {
    int each = pairs * 2 / 3;
    Map<String, Object> plan = new LinkedHashMap<>();
    plan.put("seed", seed);
    plan.put("accounts", each);
    plan.put("customers", each);
    plan.put("overlap", 0.5);
    plan.put("variants", 0.5);
    plan.put("country", "US");
    http.post("/control/seed", plan);
    for (int i = 0; i < DOUBTFUL.size(); i++) {
      doubtful(http, i, DOUBTFUL.get(i));
    }
    return read(http);
  }

  /** How many there are of which nobody but a person can say whether they are the same. */
  static int doubtful() {
    return DOUBTFUL.size();
  }

  /** How many pairs become of them. */
  int pairs() {
    return accounts.size() + customers.size() - partners.size() - DOUBTFUL.size();
  }

  private static void doubtful(Http http, int number, List<String> names) {
    String phone = "+1 206 555 01" + (10 + number);
    Map<String, Object> account = new LinkedHashMap<>();
    account.put("Name", names.get(0) + " Inc.");
    account.put("TypeId", id(http, "AccountType?Name=Customer"));
    account.put("UsrCurrencyId", id(http, "Currency?ShortName=USD"));
    account.put("UsrCustomerGroup", "10");
    account.put("Phone", phone);
    http.post("/control/creatio/Account", account);
    Map<String, Object> customer = new LinkedHashMap<>();
    customer.put("dataAreaId", COMPANY);
    customer.put("CustomerAccount", "DX-" + number);
    customer.put("OrganizationName", names.get(1) + " LLC");
    customer.put("CustomerGroupId", "10");
    customer.put("SalesCurrencyCode", "USD");
    customer.put("PrimaryContactPhone", phone);
    http.post("/control/d365/CustomersV3", customer);
  }

  private static String id(Http http, String query) {
    return http.get("/control/creatio/" + query).at("/value/0/Id").asText();
  }

  private static Population read(Http http) {
    List<String> accounts = new ArrayList<>();
    List<String> customers = new ArrayList<>();
    Map<String, String> byTax = new LinkedHashMap<>();
    for (JsonNode row : http.get("/control/d365/CustomersV3?limit=1000000").path("value")) {
      if (row.path("dataAreaId").asText().equals(COMPANY)) {
        customers.add(COMPANY + "," + row.path("CustomerAccount").asText());
        byTax.put(row.path("TaxExemptNumber").asText(), customers.get(customers.size() - 1));
      }
    }
    byTax.remove("");
    Map<String, String> partners = new LinkedHashMap<>();
    for (JsonNode row : http.get("/control/creatio/Account?limit=1000000").path("value")) {
      accounts.add(row.path("Id").asText());
      String partner = byTax.get(row.path("UsrTaxNumber").asText());
      if (partner != null) {
        partners.put(row.path("Id").asText(), partner);
      }
    }
    return new Population(accounts, customers, partners);
  }

  /** The accounts, as evidence has their keys. */
  Set<String> accountKeys() {
    Set<String> keys = new TreeSet<>();
    accounts.forEach(id -> keys.add(id.toLowerCase(Locale.ROOT)));
    return keys;
  }

  /** The customers, as evidence has their keys. */
  Set<String> customerKeys() {
    Set<String> keys = new TreeSet<>();
    customers.forEach(key -> keys.add(key.replace(',', '|').toLowerCase(Locale.ROOT)));
    return keys;
  }

  @Override
  public String toString() {
    return "%d accounts, %d customers, %d of them in both systems"
        .formatted(accounts.size(), customers.size(), partners.size() + DOUBTFUL.size());
  }
}
