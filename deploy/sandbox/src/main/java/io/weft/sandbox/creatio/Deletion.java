package io.weft.sandbox.creatio;

import io.weft.sandbox.Column;
import io.weft.sandbox.Row;
import io.weft.sandbox.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Removes a row with the rows that belong to it. Other rows that point to it stop an integration; a
 * person in the screens is asked, agrees, and they let go of it, unless they cannot be without.
 */
final class Deletion {
  /** Children that go with their parent, each by the look-up that makes it a child. */
  private static final List<String> OWNED =
      List.of(
          "AccountCommunication.AccountId",
          "AccountAddress.AccountId",
          "ContactCommunication.ContactId",
          "ContactAddress.ContactId",
          "OrderProduct.OrderId",
          "SupplyPaymentElement.OrderId",
          "ProductPrice.ProductId",
          "ProductUnit.ProductId",
          "ProductStockBalance.ProductId");

  private Deletion() {}

  static void of(Save save, Row row) {
    forEachReference(save, row, (child, column) -> letGo(save, row, child, column));
    save.delete(row, false);
  }

  /** Hands over every row that points to a row through an indexed look-up, with the look-up. */
  static void forEachReference(Save save, Row row, BiConsumer<Row, Column> each) {
    Object id = row.get("Id");
    for (Table table : save.world().tables(CreatioTenant.SYSTEM)) {
      for (Column column : table.columns().values()) {
        boolean points = row.table().name().equals(column.target());
        if (points && id != null && table.isHashed(column.name())) {
          new ArrayList<>(table.equal(column.name(), id))
              .forEach(child -> each.accept(child, column));
        }
      }
    }
  }

  private static void letGo(Save save, Row row, Row child, Column column) {
    String set = child.table().name();
    if (OWNED.contains(set + "." + column.name())) {
      save.delete(child, true);
    } else if (save.caller().person() && !Required.of(set).contains(column.name())) {
      save.update(child, Map.of(column.name(), Ids.ZERO), true);
    } else {
      throw new Refusal(
          Errors.odata(
              500,
              "Npgsql.PostgresException",
              "23503: update or delete on table \""
                  + row.table().name()
                  + "\" violates foreign key constraint on table \""
                  + set
                  + "\": there are connected records"));
    }
  }
}
