package io.weft.activities.order;

import java.util.Set;

/** Names in the mapping that Weft computes from several columns: they are in no system. */
final class Computed {
  static final String CONFIRMATION_NUMBER = "WeftConfirmationNumber";
  static final String CONFIRMATION_DATE = "WeftConfirmationDate";
  static final String DELIVERY_STATUS = "WeftDeliveryStatus";
  static final String DELIVERED_ON = "WeftDeliveredOn";
  static final String DISCOUNT_PER_UNIT = "WeftDiscountPerUnit";

  static final Set<String> CREATIO = Set.of(DISCOUNT_PER_UNIT);
  static final Set<String> D365 =
      Set.of(CONFIRMATION_NUMBER, CONFIRMATION_DATE, DELIVERY_STATUS, DELIVERED_ON);

  private static final String PREFIX = "Weft";

  private Computed() {}

  static boolean is(String name) {
    return name.startsWith(PREFIX);
  }
}
