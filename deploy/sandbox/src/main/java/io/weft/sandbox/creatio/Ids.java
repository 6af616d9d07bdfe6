package io.weft.sandbox.creatio;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Ids that every Creatio ships with, and the values that stand for nothing. */
public final class Ids {
  /** The id that stands for no row. */
  public static final UUID ZERO = new UUID(0, 0);

  /** The time that stands for none. */
  public static final Instant NO_TIME = Instant.parse("0001-01-01T00:00:00Z");

  /** Account type: customer. */
  public static final UUID CUSTOMER = id("03a75490-53e6-df11-971b-001d60e938c6");

  /** Account type: our company. */
  public static final UUID OUR_COMPANY = id("57412fad-53e6-df11-971b-001d60e938c6");

  /** The account that is the own company. */
  public static final UUID OWN_ACCOUNT = id("e308b781-3c5b-4ecb-89ef-5c1ed4da488e");

  /** Communication type: e-mail. */
  public static final UUID EMAIL = id("ee1c85c3-cfcb-df11-9b2a-001d60e938c6");

  /** Communication type: an account's main phone. */
  public static final UUID MAIN_PHONE = id("6a3fb10c-67cc-df11-9b2a-001d60e938c6");

  /** Communication type: an account's additional phone. */
  public static final UUID ADDITIONAL_PHONE = id("2b387201-67cc-df11-9b2a-001d60e938c6");

  /** Communication type: web address. */
  public static final UUID WEB = id("6a8ba927-67cc-df11-9b2a-001d60e938c6");

  /** Communication type: fax. */
  public static final UUID FAX = id("9a7ab41b-67cc-df11-9b2a-001d60e938c6");

  /** Communication type: a contact's business phone. */
  public static final UUID BUSINESS_PHONE = id("3dddb3cc-53ee-49c4-a71f-e9e257f59e49");

  /** Communication type: a contact's mobile phone. */
  public static final UUID MOBILE_PHONE = id("d4a2dc80-30ca-df11-9b2a-001d60e938c6");

  /** Communication type: a contact's home phone. */
  public static final UUID HOME_PHONE = id("0da6a26b-d7bc-df11-b00f-001d60e938c6");

  /** Communication type: a contact's other phone. */
  public static final UUID OTHER_PHONE = id("21c0d693-9a52-43fa-b7f1-c6d8b53975d4");

  /** Communication type: LinkedIn. */
  public static final UUID LINKED_IN = id("ea0f3b0a-bacf-e011-92c3-00155d04c01d");

  /** Address type: actual. */
  public static final UUID ACTUAL_ADDRESS = id("780bf68c-4b6e-df11-b988-001d60e938c6");

  /** Address type: legal. */
  public static final UUID LEGAL_ADDRESS = id("770bf68c-4b6e-df11-b988-001d60e938c6");

  /** Address type: delivery. */
  public static final UUID DELIVERY_ADDRESS = id("760bf68c-4b6e-df11-b988-001d60e938c6");

  /** Address type: home. */
  public static final UUID HOME_ADDRESS = id("4f8b2d67-71d0-45fb-897e-cd4a308a97c0");

  /** Address type: business. */
  public static final UUID BUSINESS_ADDRESS = id("fb7a3f6a-f36b-1410-6f81-1c6f65e50343");

  /** Address type: other. */
  public static final UUID OTHER_ADDRESS = id("ce157f11-f425-4811-ba0e-e3816e8eced5");

  /** Contact type: contact person. */
  public static final UUID CONTACT_PERSON = id("806732ee-f36b-1410-a883-16d83cab0980");

  /** Contact type: customer. */
  public static final UUID CUSTOMER_CONTACT = id("00783ef6-f36b-1410-a883-16d83cab0980");

  /** Contact type: employee. */
  public static final UUID EMPLOYEE = id("60733efc-f36b-1410-a883-16d83cab0980");

  /** The contact of the user Supervisor. */
  public static final UUID SUPERVISOR = id("410006e1-ca4e-4502-a9ec-e54d922d2c00");

  /** The contact of the technical user that OAuth clients run as. */
  public static final UUID INTEGRATION = id("5c0d11e5-7a1f-4d9e-9b57-2f6a3d365001");

  private Ids() {}

  /** Returns an id that follows from a name, for look-ups that no Creatio ships with. */
  static UUID named(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static UUID id(String text) {
    return UUID.fromString(text);
  }
}
