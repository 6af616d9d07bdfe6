package io.weft.activities.settings;

import io.weft.activities.value.Type;
import io.weft.activities.yaml.Nearest;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.LegalEntity;
import java.util.List;
import java.util.Map;

/**
 * What is special about orders. An empty block works: then orders in progress go over with
 * Creatio's prices, to the legal entities of their account, and D365 chooses the warehouse.
 *
 * @param statuses which statuses of Creatio mean what
 * @param conduct how orders are treated; per legal entity
 * @param customersReference where the customer's own reference goes
 * @param rules legal entities, warehouses, dimensions, intercompany
 */
public record OrderSettings(
    OrderStatuses statuses,
    PerEntity<OrderConduct> conduct,
    CustomersReference customersReference,
    OrderRules rules) {
  /** The attribute that holds the country of delivery, as ISO-3; the caller of rules fills it. */
  public static final String DELIVERY_COUNTRY = "DeliveryCountry";

  /** The attribute that holds the name of a line's product category; empty on the order itself. */
  public static final String PRODUCT_CATEGORY = "ProductCategory";

  /** The attribute that holds a line's item number; empty on the order itself. */
  public static final String ITEM_NUMBER = "ItemNumber";

  /** Where D365 keeps the customer's own reference. Weft's own one takes the other field. */
  public enum CustomersReference {
    CUSTOMERS_ORDER_REFERENCE("CustomersOrderReference"),
    CUSTOMER_REQUISITION_NUMBER("CustomerRequisitionNumber");

    private final String field;

    CustomersReference(String field) {
      this.field = field;
    }

    /** The header's field for the customer's own reference. */
    public String field() {
      return field;
    }

    /** The header's field for Weft's own reference, by which an order is found again. */
    public String ownField() {
      return this == CUSTOMERS_ORDER_REFERENCE
          ? CUSTOMER_REQUISITION_NUMBER.field
          : CUSTOMERS_ORDER_REFERENCE.field;
    }

    /** As it is written in the file: by the name of the field. */
    static CustomersReference read(YamlNode node, String key) {
      String text = node.text(key, CUSTOMER_REQUISITION_NUMBER.field);
      for (CustomersReference one : values()) {
        if (one.field.equals(text)) {
          return one;
        }
      }
      List<String> known =
          List.of(CUSTOMERS_ORDER_REFERENCE.field, CUSTOMER_REQUISITION_NUMBER.field);
      node.child(key).problem("takes no reference", Nearest.hint(text, known));
      return CUSTOMER_REQUISITION_NUMBER;
    }
  }

  static OrderSettings read(
      YamlNode node, LegalEntities known, Map<String, Type> columns, OrderNames names) {
    OrderSettings settings =
        new OrderSettings(
            OrderStatuses.read(node),
            OrderConduct.read(node, known),
            CustomersReference.read(node, "customersReference"),
            OrderRules.read(node, known, columns, names));
    node.done();
    return settings;
  }

  /** How orders of a legal entity are treated. */
  public OrderConduct in(LegalEntity legalEntity) {
    return conduct.of(legalEntity);
  }
}
