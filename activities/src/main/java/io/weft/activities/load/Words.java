package io.weft.activities.load;

import io.weft.activities.store.LoadRecord;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;

/** Sentences of a load. */
final class Words {
  private Words() {}

  /** What people call such a record: {@code the customer}. */
  static String the(RecordRef record) {
    boolean creatio = record.side() == Side.CREATIO;
    return switch (record.object()) {
      case ACCOUNT_CUSTOMER -> creatio ? "the account" : "the customer";
      case CONTACT -> creatio ? "the contact" : "the contact person";
      case PRODUCT,
          OPPORTUNITY_QUOTATION,
          ORDER_SALES_ORDER,
          INVOICE_ORDER_STATUS,
          INVENTORY_AVAILABILITY,
          PAYMENT_ACTIVITY ->
          "the record in " + record.side().title();
    };
  }

  /** Why a record takes no partner: for after its name. */
  static String whyNot(LoadRecord record) {
    String note = record.note() == null ? "" : ": " + record.note();
    return switch (record.verdict()) {
      case OUT_OF_SCOPE -> "is left out" + note;
      case ELSEWHERE -> "belongs to other legal entities by the rules";
      case REFUSED -> "is refused" + note;
      case WAITS -> "waits" + note;
      case LINKED -> "is linked already";
      case SCANNED, SURE, DOUBTFUL, DUPLICATE, NEW -> "is free";
    };
  }
}
