package io.weft.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.activities.load.Crew;
import io.weft.bench.BareHttp.Part;
import io.weft.sandbox.Sandbox;
import io.weft.sandbox.SandboxOptions;
import io.weft.sandbox.control.Delays;
import io.weft.stage.Control;
import io.weft.stage.Users;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a load costs without Weft: the same population read once, partners told by tax number, and
 * one write for each that Weft writes, in batches of the same size. Nothing is kept, checked or
 * looked at again.
 */
final class BareLoop {
  /** As many batches are under way as a worker has. */
  static final int AS_WEFT = 5;

  private static final int PAGE = 500;
  private static final int BATCH = 50;
  private static final String ACCOUNT =
      "Id,Name,Phone,UsrTaxNumber,UsrPaymentTerms,UsrCustomerGroup,UsrSalesTaxGroup"
          + "&$expand=AccountCommunicationCollectionByAccount($select=Number,CommunicationTypeId)";
  private static final String CUSTOMER =
      "CustomerAccount,OrganizationName,PrimaryContactPhone,PrimaryContactEmail,TaxExemptNumber,"
          + "PaymentTerms,CustomerGroupId,SalesTaxGroup";
  private static final String EMAIL = "ee1c85c3-cfcb-df11-9b2a-001d60e938c6";

  private final BareHttp http;
  private final Crew crew;
  private int writes;

  private BareLoop(BareHttp http, Crew crew) {
    this.http = http;
    this.crew = crew;
  }

  /** What it took; pairs are those of which no write was refused. */
  record Measured(int atATime, int pairs, int writes, Duration time, long calls) {
    double rate() {
      return pairs / Math.max(0.001, time.toMillis() / 1000.0);
    }
  }

  /** Runs on a sandbox of its own, which ends with it; so many batches are under way at a time. */
  static Measured run(int records, Delays delays, int atATime) {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      Control control = new Control(sandbox.url());
      LoadGround.seed(control, records, delays);
      String currency = new Users(control).lookUp("Currency", "ShortName", "USD");
      BareHttp http = new BareHttp(sandbox.url());
      long began = System.nanoTime();
      BareLoop loop = new BareLoop(http, Crew.of(atATime));
      int pairs = loop.inStep(currency);
      return new Measured(
          atATime, pairs, loop.writes, Duration.ofNanos(System.nanoTime() - began), http.calls());
    }
  }

  private int inStep(String currency) {
    Map<String, JsonNode> customers = new LinkedHashMap<>();
    for (JsonNode row : http.readD365(Pairs.COMPANY, CUSTOMER, PAGE)) {
      customers.put(row.path("TaxExemptNumber").asText(), row);
    }
    List<Part> numbers = new ArrayList<>();
    List<Part> changes = new ArrayList<>();
    List<Part> newCustomers = new ArrayList<>();
    for (JsonNode account : http.readCreatio(ACCOUNT, PAGE)) {
      JsonNode customer = customers.remove(account.path("UsrTaxNumber").asText());
      String number = customer == null ? "BARE-" + newCustomers.size() : number(customer);
      numbers.add(part("PATCH", "Account/" + account.path("Id").asText(), number));
      if (customer == null) {
        newCustomers.add(new Part("POST", "CustomersV3?cross-company=true", made(account, number)));
      } else if (differs(account, customer)) {
        changes.add(changed(account, number));
      }
    }
    List<Part> newAccounts = new ArrayList<>();
    customers.values().forEach(row -> newAccounts.addAll(account(row, currency)));
    int refused = inBatches(newCustomers, http::batchD365);
    refused += inBatches(changes, http::batchD365);
    refused += inBatches(numbers, http::batchCreatio);
    refused += inBatches(newAccounts, http::batchCreatio);
    return numbers.size() + customers.size() - refused;
  }

  private int inBatches(List<Part> parts, Function<List<Part>, Integer> send) {
    writes += parts.size();
    List<List<Part>> batches = new ArrayList<>();
    for (int from = 0; from < parts.size(); from += BATCH) {
      batches.add(parts.subList(from, Math.min(from + BATCH, parts.size())));
    }
    return crew.all(batches, send).stream().mapToInt(refused -> refused).sum();
  }

  private static String number(JsonNode customer) {
    return customer.path("CustomerAccount").asText();
  }

  private static Part part(String method, String address, String number) {
    return new Part(method, address, Map.of("UsrD365CustomerAccount", number));
  }

  private static boolean differs(JsonNode account, JsonNode customer) {
    return !account.path("Name").equals(customer.path("OrganizationName"))
        || !account.path("Phone").equals(customer.path("PrimaryContactPhone"));
  }

  private static Part changed(JsonNode account, String number) {
    String address =
        "CustomersV3(dataAreaId='%s',CustomerAccount='%s')?cross-company=true"
            .formatted(Pairs.COMPANY, number);
    Map<String, @Nullable Object> body = new HashMap<>();
    body.put("OrganizationName", account.path("Name").asText());
    body.put("PrimaryContactPhone", account.path("Phone").asText());
    return new Part("PATCH", address, body);
  }

  private static Map<String, @Nullable Object> made(JsonNode account, String number) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("dataAreaId", Pairs.COMPANY);
    body.put("CustomerAccount", number);
    body.put("PartyType", "Organization");
    body.put("OrganizationName", account.path("Name").asText());
    body.put("PrimaryContactPhone", account.path("Phone").asText());
    body.put("PrimaryContactEmail", email(account));
    body.put("TaxExemptNumber", account.path("UsrTaxNumber").asText());
    body.put("PaymentTerms", account.path("UsrPaymentTerms").asText());
    body.put("CustomerGroupId", account.path("UsrCustomerGroup").asText());
    body.put("SalesTaxGroup", account.path("UsrSalesTaxGroup").asText());
    body.put("SalesCurrencyCode", "USD");
    return body;
  }

  private static String email(JsonNode account) {
    for (JsonNode row : account.path("AccountCommunicationCollectionByAccount")) {
      if (row.path("CommunicationTypeId").asText().equals(EMAIL)) {
        return row.path("Number").asText();
      }
    }
    return "";
  }

  /** The account, and its e-mail address, which is a record of its own. */
  private static List<Part> account(JsonNode customer, String currency) {
    String id = UUID.randomUUID().toString();
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("Id", id);
    body.put("Name", customer.path("OrganizationName").asText());
    body.put("TypeId", Users.CUSTOMER_TYPE);
    body.put("Phone", customer.path("PrimaryContactPhone").asText());
    body.put("UsrCurrencyId", currency);
    body.put("UsrTaxNumber", customer.path("TaxExemptNumber").asText());
    body.put("UsrPaymentTerms", customer.path("PaymentTerms").asText());
    body.put("UsrCustomerGroup", customer.path("CustomerGroupId").asText());
    body.put("UsrSalesTaxGroup", customer.path("SalesTaxGroup").asText());
    body.put("UsrD365CustomerAccount", number(customer));
    Part account = new Part("POST", "Account", body);
    String email = customer.path("PrimaryContactEmail").asText();
    Map<String, String> row =
        Map.of("AccountId", id, "CommunicationTypeId", EMAIL, "Number", email);
    return email.isEmpty()
        ? List.of(account)
        : List.of(account, new Part("POST", "AccountCommunication", row));
  }
}
