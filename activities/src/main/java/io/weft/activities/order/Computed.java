package io.weft.activities.order;

/** Names in the mapping that Weft computes from several columns: they are in no system. */
final class Computed {
  static final String CONFIRMATION_NUMBER = "WeftConfirmationNumber";
  static final String CONFIRMATION_DATE = "WeftConfirmationDate";
  static final String DELIVERY_STATUS = "WeftDeliveryStatus";
  static final String DELIVERED_ON = "WeftDeliveredOn";
  static final String DISCOUNT_PER_UNIT = "WeftDiscountPerUnit";
  private static final String PREFIX = "Weft";

  private Computed() {}

  static boolean is(String name) {
    return name.startsWith(PREFIX);
  }
}
