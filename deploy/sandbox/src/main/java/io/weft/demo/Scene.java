package io.weft.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.stage.Await;
import io.weft.stage.Control;
import io.weft.stage.HintSums;
import io.weft.stage.Journal;
import io.weft.stage.NotSeen;
import io.weft.stage.Stage;
import io.weft.stage.Users;
import io.weft.stage.Write;
import io.weft.workflows.desk.Desk;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a step works with: both systems as people see them, the journal, the operator's desk. */
record Scene(Control control, Users users, Journal journal, Desk desk, Screen screen) {
  /** Beyond any of the waits that the steps provoke; the horizon of the settings is 65 s. */
  static final Duration PATIENCE = Duration.ofSeconds(90);

  /** The company that stories play in where it does not matter. */
  static final String COMPANY = "usmf";

  static Scene of(Stage stage, Screen screen) {
    Control control = stage.control();
    return new Scene(
        control,
        new Users(control),
        new Journal(control),
        new Desk(stage.client().client()),
        screen);
  }

  /** A company of the United States as a salesperson enters it. */
  Map<String, @Nullable Object> company(String name, String taxNumber) {
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put("Name", name);
    columns.put("TypeId", Users.CUSTOMER_TYPE);
    columns.put("Phone", "+1 206 555 0100");
    columns.put("UsrTaxNumber", taxNumber);
    columns.put("UsrCurrencyId", users.lookUp("Currency", "ShortName", "USD"));
    columns.put("CountryId", users.lookUp("Country", "Alpha2Code", "US"));
    columns.put("Address", "12 Lake View Drive");
    columns.put("Zip", "98101");
    columns.put("UsrPaymentTerms", "Net30");
    columns.put("UsrCustomerGroup", "10");
    columns.put("UsrSalesTaxGroup", "TX");
    return columns;
  }

  /** Makes such a company and waits until both systems know it. */
  Linked linkedCompany(String name, String taxNumber) {
    return linked(users.newAccount("Ana Ruiz", company(name, taxNumber)));
  }

  /** Waits until an account shows the customer that it is. */
  Linked linked(String id) {
    return Await.seen(
        PATIENCE,
        "account " + id + " with a customer number",
        () -> users.account(id).flatMap(Linked::of));
  }

  /** Waits for the first write after a mark that fits. */
  Write write(long mark, String what, Predicate<Write> wanted) {
    return Await.seen(PATIENCE, what, () -> journal.first(mark, wanted));
  }

  /** Waits until nothing is on its way any more. */
  HintSums quiet() {
    return Await.seen(
        PATIENCE,
        "nothing in flight",
        () -> Optional.of(HintSums.ask(desk)).filter(sums -> sums.inFlight() == 0));
  }

  /** How often a fault has struck so far. */
  long struck(String fault) {
    return control.get("faults").path("fired").path(fault).asLong();
  }

  /** Throws NotSeen if something does not hold. */
  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new NotSeen(otherwise);
    }
  }

  /** What is there; throws NotSeen if nothing is. */
  static JsonNode there(Optional<JsonNode> row, String what) {
    return row.orElseThrow(() -> new NotSeen(what + " is gone"));
  }

  /** From one commit to another. */
  static Duration between(Write source, Write target) {
    return Duration.between(source.time(), target.time());
  }

  /**
   * An account and the customer that it is.
   *
   * @param id of the account
   * @param company legal entity of the customer
   * @param customer account number of the customer
   */
  record Linked(String id, String company, String customer) {
    static Optional<Linked> of(JsonNode account) {
      String customer = account.path("UsrD365CustomerAccount").asText("");
      String company = account.path("UsrD365DataAreaId").asText("");
      return customer.isEmpty() || company.isEmpty()
          ? Optional.empty()
          : Optional.of(new Linked(account.path("Id").asText(), company, customer));
    }

    /** The path of the pair, as people and the audit write it. */
    String pair() {
      return "account-customer/" + company + "/" + id;
    }

    /** Whether a write went to this account. */
    boolean isAccount(Write write) {
      return write.in("creatio", "Account") && write.key().equalsIgnoreCase(id);
    }

    /** Whether a write went to this customer. */
    boolean isCustomer(Write write) {
      return write.in("d365", "CustomersV3")
          && write.key().equalsIgnoreCase(company + "|" + customer);
    }
  }
}
