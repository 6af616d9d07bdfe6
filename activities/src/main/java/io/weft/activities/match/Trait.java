package io.weft.activities.match;

/** What two records are compared by, and how much it says. */
enum Trait {
  CUSTOMER_NUMBER("the customer number", "the customer numbers", 60, 30),
  TAX_NUMBER("the tax number", "the tax numbers", 50, 30),
  COUNTRY("the country", "the countries", 3, 12),
  LEGAL_FORM("the legal form", "the legal forms", 2, 6),
  CITY("the city", "the cities", 6, 5),
  ZIP("the postal code", "the postal codes", 6, 3),
  ADDRESS("the address", "the addresses", 12, 4),
  EMAIL("the e-mail", "the e-mails", 18, 1),
  DOMAIN("the domain", "the domains", 10, 3),
  PHONE("the phone", "the phones", 15, 3);

  private final String singular;
  private final String plural;
  private final int gain;
  private final int loss;

  Trait(String singular, String plural, int gain, int loss) {
    this.singular = singular;
    this.plural = plural;
    this.gain = gain;
    this.loss = loss;
  }

  /** What is known about a trait of two records. */
  enum Agreement {
    SAME,
    DIFFERENT,
    UNKNOWN
  }

  String same(String value) {
    return singular + " '" + value + "'";
  }

  String differ(String one, String other) {
    return plural + " differ ('" + one + "', '" + other + "')";
  }

  String plural() {
    return plural;
  }

  /** Points for the score; below zero if it speaks against. */
  int points(Agreement agreement) {
    return switch (agreement) {
      case SAME -> gain;
      case DIFFERENT -> -loss;
      case UNKNOWN -> 0;
    };
  }

  /** Where a company is and how it is reached: what may support a name. */
  boolean supports() {
    return compareTo(CITY) >= 0;
  }
}
