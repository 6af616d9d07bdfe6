package io.weft.activities.poll;

import static io.weft.workflows.record.SyncObjectName.ACCOUNT_CUSTOMER;
import static io.weft.workflows.record.SyncObjectName.CONTACT;
import static io.weft.workflows.record.SyncObjectName.OPPORTUNITY_QUOTATION;
import static io.weft.workflows.record.SyncObjectName.ORDER_SALES_ORDER;
import static io.weft.workflows.record.SyncObjectName.PRODUCT;

import io.weft.workflows.record.SyncObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which sync object a row of each system belongs to, and which column names its record. The one
 * place where a set is made known: webhooks, events and feeds all look here. What is not listed is
 * counted as unknown.
 */
public final class KnownSets {
  private static final List<OfCreatio> CREATIO =
      List.of(
          new OfCreatio(ACCOUNT_CUSTOMER, "Account", null),
          new OfCreatio(ACCOUNT_CUSTOMER, "AccountCommunication", "AccountId"),
          new OfCreatio(ACCOUNT_CUSTOMER, "AccountAddress", "AccountId"),
          new OfCreatio(CONTACT, "Contact", null),
          new OfCreatio(CONTACT, "ContactCommunication", "ContactId"),
          new OfCreatio(CONTACT, "ContactAddress", "ContactId"),
          new OfCreatio(PRODUCT, "Product", null),
          new OfCreatio(OPPORTUNITY_QUOTATION, "Opportunity", null),
          new OfCreatio(OPPORTUNITY_QUOTATION, "OpportunityProductInterest", "OpportunityId"),
          new OfCreatio(ORDER_SALES_ORDER, "Order", null),
          new OfCreatio(ORDER_SALES_ORDER, "OrderProduct", "OrderId"));

  /** Virtual tables are called by the entity behind the set. */
  private static final List<OfD365> D365 =
      List.of(
          new OfD365(
              ACCOUNT_CUSTOMER, "CustomersV3", "CustCustomerV3Entity", "CustomerAccount", null),
          new OfD365(
              CONTACT, "ContactPersons", "smmContactPersonV2Entity", "ContactPersonId", null),
          new OfD365(
              ORDER_SALES_ORDER,
              "SalesOrderHeadersV2",
              "SalesOrderHeaderV2Entity",
              "SalesOrderNumber",
              null),
          new OfD365(
              ORDER_SALES_ORDER,
              "SalesOrderLines",
              "SalesOrderLineV2Entity",
              "SalesOrderNumber",
              "InventoryLotId"),
          new OfD365(
              ORDER_SALES_ORDER,
              "SalesOrderConfirmationHeaders",
              "SalesOrderConfirmationHeaderEntity",
              "SalesOrderNumber",
              "ConfirmationNumber"));

  private static final String VIRTUAL = "mserp_";

  private KnownSets() {}

  /**
   * A set of Creatio.
   *
   * @param owner the column that names the record above; null where a row is the record itself
   */
  public record OfCreatio(SyncObjectName object, String set, @Nullable String owner) {}

  /**
   * A set of D365.
   *
   * @param entity the data entity behind it, from which its virtual table takes its name
   * @param key the field that names the record within its legal entity, be it the one above
   * @param row the field that names the row within its legal entity; null where a row is the record
   *     itself
   */
  public record OfD365(
      SyncObjectName object, String set, String entity, String key, @Nullable String row) {
    private boolean isCalled(String name) {
      return name.equals(lower(set)) || name.equals(lower(entity)) || name.equals(plural(entity));
    }
  }

  /** A set of Creatio by its name, however it is written. */
  public static Optional<OfCreatio> creatio(String set) {
    return CREATIO.stream().filter(known -> known.set().equalsIgnoreCase(set)).findFirst();
  }

  /** A set of D365 by its own name or by that of its entity or virtual table. */
  public static Optional<OfD365> d365(String name) {
    String plain = plain(name);
    return D365.stream().filter(known -> known.isCalled(plain)).findFirst();
  }

  /** A name of D365 in small letters, without what Dataverse puts before it. */
  public static String plain(String name) {
    String lower = lower(name);
    return lower.startsWith(VIRTUAL) ? lower.substring(VIRTUAL.length()) : lower;
  }

  private static String plural(String entity) {
    String lower = lower(entity);
    return lower.endsWith("y") ? lower.substring(0, lower.length() - 1) + "ies" : lower + "s";
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
