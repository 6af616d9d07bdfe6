package io.weft.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.stage.Await;
import io.weft.stage.Control;
import io.weft.stage.Users;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Companies that both systems know, linked by Weft before anything is measured. */
record Pairs(List<Pair> all) {
  static final String COMPANY = "usmf";

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String NAME = "Benchmark Works %05d LLC";
  private static final String TAX_NUMBER = "77-%07d";
  private static final String ACCOUNT = "US-B%05d";

  Pairs {
    all = List.copyOf(all);
  }

  /** One company: the account's id, the customer's number in {@link #COMPANY}. */
  record Pair(String id, String customer) {}

  /** Makes that many companies in both systems, alike in every field. */
  static void make(Control control, int count) {
    Users users = new Users(control);
    String currency = users.lookUp("Currency", "ShortName", "USD");
    String country = users.lookUp("Country", "Alpha2Code", "US");
    for (int i = 0; i < count; i++) {
      users.newCustomer("founder", customer(i));
      Map<String, @Nullable Object> account = account(i);
      account.put("UsrCurrencyId", currency);
      account.put("CountryId", country);
      users.newAccount("founder", account);
    }
  }

  /** Waits until Weft has linked that many. */
  static Pairs linked(Users users, int count) {
    Await.until(PATIENCE, count + " linked companies", () -> read(users).size() >= count);
    return new Pairs(read(users));
  }

  private static List<Pair> read(Users users) {
    List<Pair> pairs = new ArrayList<>();
    for (JsonNode account : users.allAccounts()) {
      String customer = account.path("UsrD365CustomerAccount").asText("");
      if (!customer.isEmpty()) {
        pairs.add(new Pair(account.path("Id").asText(), customer));
      }
    }
    return pairs;
  }

  private static Map<String, @Nullable Object> account(int number) {
    Map<String, @Nullable Object> account = new LinkedHashMap<>();
    account.put("Name", NAME.formatted(number));
    account.put("TypeId", Users.CUSTOMER_TYPE);
    account.put("Phone", "+1 206 555 0100");
    account.put("UsrTaxNumber", TAX_NUMBER.formatted(number));
    account.put("UsrPaymentTerms", "Net30");
    account.put("UsrCustomerGroup", "10");
    account.put("UsrSalesTaxGroup", "TX");
    return account;
  }

  private static Map<String, @Nullable Object> customer(int number) {
    Map<String, @Nullable Object> customer = new LinkedHashMap<>();
    customer.put("dataAreaId", COMPANY);
    customer.put("CustomerAccount", ACCOUNT.formatted(number));
    customer.put("PartyType", "Organization");
    customer.put("OrganizationName", NAME.formatted(number));
    customer.put("PrimaryContactPhone", "+1 206 555 0100");
    customer.put("TaxExemptNumber", TAX_NUMBER.formatted(number));
    customer.put("CustomerGroupId", "10");
    customer.put("SalesCurrencyCode", "USD");
    customer.put("PaymentTerms", "Net30");
    customer.put("SalesTaxGroup", "TX");
    customer.put("AddressDescription", "Head office");
    customer.put("AddressCountryRegionId", "USA");
    return customer;
  }
}
