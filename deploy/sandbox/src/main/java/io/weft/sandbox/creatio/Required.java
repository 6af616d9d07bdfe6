package io.weft.sandbox.creatio;

import io.weft.sandbox.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Columns that must not be empty when a row is saved. */
final class Required {
  private static final Map<String, List<String>> OF_SETS =
      Map.ofEntries(
          Map.entry("Account", List.of("Name")),
          Map.entry("Contact", List.of("Name")),
          Map.entry("AccountCommunication", List.of("CommunicationTypeId", "Number")),
          Map.entry("ContactCommunication", List.of("CommunicationTypeId", "Number", "ContactId")),
          Map.entry("ContactAddress", List.of("ContactId")),
          Map.entry("Country", List.of("Name")),
          Map.entry("Region", List.of("Name")),
          Map.entry("City", List.of("Name")),
          Map.entry("Currency", List.of("Name", "Code")),
          Map.entry("Unit", List.of("Name")),
          Map.entry("Tax", List.of("Name")),
          Map.entry("OrderStatus", List.of("Name")),
          Map.entry("Order", List.of("Date", "OwnerId", "CurrencyId", "CurrencyRate")),
          Map.entry("SupplyPaymentElement", List.of("Name", "TypeId", "DatePlan")),
          Map.entry("Product", List.of("Name", "CurrencyId")),
          Map.entry("ProductPrice", List.of("PriceListId", "CurrencyId")),
          Map.entry(
              "Activity",
              List.of(
                  "Title",
                  "StartDate",
                  "DueDate",
                  "PriorityId",
                  "ActivityCategoryId",
                  "StatusId")));

  private Required() {}

  static List<String> of(String set) {
    return OF_SETS.getOrDefault(set, Schema.isPlainLookup(set) ? List.of("Name") : List.of());
  }

  /** Refuses a new row that lacks one of its required columns. */
  static void check(Table table, Map<String, Object> all) {
    of(table.name()).forEach(name -> check(table, name, all.get(name)));
  }

  /** Refuses a change that empties a required column; columns not written may stay as they are. */
  static void checkChanges(Table table, Map<String, Object> changes) {
    for (String column : of(table.name())) {
      if (changes.containsKey(column)) {
        check(table, column, changes.get(column));
      }
    }
  }

  private static void check(Table table, String column, @Nullable Object value) {
    if (isEmpty(value)) {
      throw new Refusal(
          Errors.odata(
              500,
              "Terrasoft.Common.ItemNotFoundException",
              "Field \"" + column + "\" of \"" + table.name() + "\" must be filled in"));
    }
  }

  private static boolean isEmpty(@Nullable Object value) {
    return value == null
        || value.equals("")
        || value.equals(Ids.ZERO)
        || value.equals(Ids.NO_TIME)
        || (value instanceof BigDecimal number && number.signum() == 0);
  }
}
