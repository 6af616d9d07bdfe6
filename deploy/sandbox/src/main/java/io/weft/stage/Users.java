package io.weft.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People at the screens of both systems, and what they see there. Thread-safe. */
public final class Users {
  /** Creatio's id of the account type Customer. */
  public static final String CUSTOMER_TYPE = "03a75490-53e6-df11-971b-001d60e938c6";

  private final Control control;

  public Users(Control control) {
    this.control = control;
  }

  /** A person makes an account in Creatio; returns its id. */
  public String newAccount(String user, Map<String, ? extends @Nullable Object> columns) {
    return newInCreatio(user, "Account", columns);
  }

  /** A person edits an account. */
  public void editAccount(String user, String id, Map<String, ? extends @Nullable Object> columns) {
    editInCreatio(user, "Account", id, columns);
  }

  /** A person makes a row of any set in Creatio; returns its id. */
  public String newInCreatio(
      String user, String set, Map<String, ? extends @Nullable Object> columns) {
    return control.post("creatio/" + set, as(user, columns)).path("Id").asText();
  }

  /** A person edits a row of any set in Creatio. */
  public void editInCreatio(
      String user, String set, String id, Map<String, ? extends @Nullable Object> columns) {
    control.patch("creatio/" + set + "/" + id, as(user, columns));
  }

  /** A person merges accounts; the oldest survives. */
  public void merge(String user, List<String> ids) {
    control.post("creatio/merge", as(user, Map.of("set", "Account", "ids", ids)));
  }

  /** A person makes a customer in D365. */
  public void newCustomer(String user, Map<String, ? extends @Nullable Object> fields) {
    newInD365(user, "CustomersV3", fields);
  }

  /** A person edits a customer. */
  public void editCustomer(
      String user, String company, String account, Map<String, ? extends @Nullable Object> fields) {
    editInD365(user, "CustomersV3", company, account, fields);
  }

  /** A person makes a row of any set in D365. */
  public JsonNode newInD365(
      String user, String set, Map<String, ? extends @Nullable Object> fields) {
    return control.post("d365/" + set, as(user, fields));
  }

  /** A person edits a row of D365 that a company and one more field name. */
  public void editInD365(
      String user,
      String set,
      String company,
      String key,
      Map<String, ? extends @Nullable Object> fields) {
    control.patch("d365/" + set + "/" + company + "," + Control.encoded(key), as(user, fields));
  }

  /** A person in D365 confirms, ships, invoices or cancels a sales order, or what is left of it. */
  public void act(
      String user,
      String company,
      String salesOrder,
      String act,
      Map<String, ? extends @Nullable Object> details) {
    control.post("d365/orders/" + company + "/" + salesOrder + "/" + act, as(user, details));
  }

  /** An account as it is now. */
  public Optional<JsonNode> account(String id) {
    return inCreatio("Account", id);
  }

  /** A row of any set of Creatio as it is now. */
  public Optional<JsonNode> inCreatio(String set, String id) {
    return there(control.get("creatio/" + set + "/" + id));
  }

  /** A customer as it is now. */
  public Optional<JsonNode> customer(String company, String account) {
    return inD365("CustomersV3", company, "CustomerAccount", account).stream().findFirst();
  }

  /** Rows of a set of one company in D365 whose field has this value. */
  public List<JsonNode> inD365(String set, String company, String field, String value) {
    return rows(
        "d365/%s?dataAreaId=%s&%s=%s".formatted(set, company, field, Control.encoded(value)));
  }

  /** Rows of a set of Creatio whose column has this value. */
  public List<JsonNode> inCreatio(String set, String column, String value) {
    return rows("creatio/" + set + "?" + column + "=" + Control.encoded(value));
  }

  /** Customers whose field has this value, in all companies. */
  public List<JsonNode> customers(String field, String value) {
    return rows("d365/CustomersV3?limit=100000&" + field + "=" + Control.encoded(value));
  }

  /** All accounts that are customers. */
  public List<JsonNode> allAccounts() {
    return rows("creatio/Account?limit=100000&TypeId=" + CUSTOMER_TYPE);
  }

  /** All customers of all companies. */
  public List<JsonNode> allCustomers() {
    return rows("d365/CustomersV3?limit=100000");
  }

  /** The id of the one row of a look-up; throws NotSeen if there is none. */
  public String lookUp(String set, String column, String value) {
    return inCreatio(set, column, value).stream()
        .findFirst()
        .map(row -> row.path("Id").asText())
        .orElseThrow(() -> new NotSeen("no row '" + value + "' in the look-up " + set));
  }

  private List<JsonNode> rows(String path) {
    List<JsonNode> rows = new ArrayList<>();
    control.get(path).path("value").forEach(rows::add);
    return rows;
  }

  private static Map<String, @Nullable Object> as(
      String user, Map<String, ? extends @Nullable Object> columns) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>(columns);
    body.put("user", user);
    return body;
  }

  private static Optional<JsonNode> there(JsonNode node) {
    return node.isMissingNode() ? Optional.empty() : Optional.of(node);
  }
}
