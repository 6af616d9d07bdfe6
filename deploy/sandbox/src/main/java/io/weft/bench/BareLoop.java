package io.weft.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.activities.load.Crew;
import io.weft.bench.BareHttp.Part;
import io.weft.sandbox.Sandbox;
import io.weft.sandbox.SandboxOptions;
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
 * one write for each that Weft writes, in batches of the same size, with as many of them under way
 * to each system. Nothing is kept, checked or looked at again.
 */
final class BareLoop {
  private static final int PAGE = 500;
  private static final int BATCH = 50;
  private static final String ACCOUNT =
      "Id,Name,Phone,UsrTaxNumber,UsrPaymentTerms,UsrCustomerGroup,UsrSalesTaxGroup"
          + "&$expand=AccountCommunicationCollectionByAccount($select=Number,CommunicationTypeId)";
  private static final String CUSTOMER =
      "CustomerAccount,OrganizationName,PrimaryContactPhone,PrimaryContactEmail,TaxExemptNumber,"
          + "PaymentTerms,CustomerGroupId,SalesTaxGroup";

  /** One system does not wait for the other. */
  private static final Crew BOTH = Crew.of(2);

  private static final String EMAIL = "ee1c85c3-cfcb-df11-9b2a-001d60e938c6";

  private final BareHttp http;
  private final int atOnce;
  private final List<Part> toD365 = new ArrayList<>();
  private final List<Part> toCreatio = new ArrayList<>();

  /** Each followed by its e-mail address, which must not come before it. */
  private final List<List<Part>> newAccounts = new ArrayList<>();

  private BareLoop(BareHttp http, int atOnce) {
    this.http = http;
    this.atOnce = atOnce;
  }

  /** What it took; pairs are those of which no write was refused. */
  record Measured(int pairs, int writes, Duration time, long calls) {
    double rate() {
      return pairs / Math.max(0.001, time.toMillis() / 1000.0);
    }
  }

  /** Does what a load of these wishes does, on a sandbox of its own, which ends with it. */
  static Measured run(BulkWishes wishes) {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      Control control = new Control(sandbox.url());
      LoadGround.seed(control, wishes);
      String currency = new Users(control).lookUp("Currency", "ShortName", "USD");
      BareLoop loop = new BareLoop(new BareHttp(sandbox.url()), wishes.atOnce());
      long began = System.nanoTime();
      int pairs = loop.planned(currency) - loop.refused();
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      return new Measured(pairs, loop.writes(), took, loop.http.calls());
    }
  }

  private int writes() {
    return toD365.size() + toCreatio.size() + newAccounts.stream().mapToInt(List::size).sum();
  }

  private int planned(String currency) {
    Map<String, JsonNode> customers = new LinkedHashMap<>();
    List<List<JsonNode>> read =
        BOTH.all(
            List.of(
                () -> http.readCreatio(ACCOUNT, PAGE),
                () -> http.readD365(Pairs.COMPANY, CUSTOMER, PAGE)));
    read.get(1).forEach(row -> customers.put(row.path("TaxExemptNumber").asText(), row));
    for (JsonNode account : read.get(0)) {
      account(account, customers.remove(account.path("UsrTaxNumber").asText()));
    }
    customers.values().forEach(row -> newAccounts.add(newAccount(row, currency)));
    return read.get(0).size() + customers.size();
  }

  private void account(JsonNode account, @Nullable JsonNode customer) {
    String id = account.path("Id").asText();
    String number = customer == null ? "BARE-" + toCreatio.size() : number(customer);
    toCreatio.add(part("PATCH", "Account/" + id, number));
    if (customer == null) {
      toD365.add(new Part("POST", "CustomersV3?cross-company=true", made(account, number)));
    } else if (differs(account, customer)) {
      toD365.add(changed(account, number));
    }
  }

  private int refused() {
    List<Integer> refused =
        BOTH.all(
            List.of(
                () -> sent(batches(toD365), http::batchD365),
                () -> sent(creatioBatches(), http::batchCreatio)));
    return refused.get(0) + refused.get(1);
  }

  private List<List<Part>> creatioBatches() {
    List<List<Part>> batches = new ArrayList<>(batches(toCreatio));
    for (List<List<Part>> some : batches(newAccounts)) {
      batches.add(some.stream().flatMap(List::stream).toList());
    }
    return batches;
  }

  private static <T> List<List<T>> batches(List<T> all) {
    List<List<T>> batches = new ArrayList<>();
    for (int from = 0; from < all.size(); from += BATCH) {
      batches.add(all.subList(from, Math.min(from + BATCH, all.size())));
    }
    return batches;
  }

  private int sent(List<List<Part>> batches, Function<List<Part>, Integer> send) {
    return Crew.of(atOnce).all(batches, send).stream().mapToInt(refused -> refused).sum();
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
  private static List<Part> newAccount(JsonNode customer, String currency) {
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
