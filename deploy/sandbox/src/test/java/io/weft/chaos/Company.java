package io.weft.chaos;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** A company that is like no other, so that two of one tax number are one created twice. */
final class Company {
  private static final List<String> SYLLABLES =
      List.of(
          "ka", "ri", "mo", "tel", "bu", "zan", "fi", "gor", "le", "pus", "dra", "vin", "ho", "qui",
          "sta", "wem");

  final String tax;
  final boolean european;
  private final String word;
  private String account = "";
  private String customer = "";

  Company(int number, Random random) {
    this.tax = "TX" + (100_000 + number);
    this.european = random.nextInt(3) == 0;
    StringBuilder made = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      made.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
    }
    this.word = Character.toUpperCase(made.charAt(0)) + made.substring(1) + number;
  }

  String legalEntity() {
    return european ? "demf" : "usmf";
  }

  /** A value for a field, different with each turn. */
  String value(Field field, int turn) {
    return switch (field) {
      case NAME -> word + " Works " + turn;
      case PHONE -> "+1 555 " + (1_000_000 + turn);
      case EMAIL -> "desk" + turn + "@" + host();
      case WEB -> "www." + host() + "/" + turn;
      case TAX -> tax;
      default -> throw new IllegalArgumentException(field + " is not a company's");
    };
  }

  Map<String, Object> account(int turn, String type, String currency) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("Name", value(Field.NAME, turn));
    row.put("Phone", value(Field.PHONE, turn));
    row.put("UsrTaxNumber", tax);
    row.put("TypeId", type);
    row.put("UsrCurrencyId", currency);
    row.put("UsrPaymentTerms", "Net30");
    row.put("UsrCustomerGroup", "10");
    row.put("UsrBusinessUnit", european ? "Europe" : "North America");
    return row;
  }

  Map<String, Object> customer(int turn) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("dataAreaId", legalEntity());
    row.put("CustomerAccount", "HQ-" + tax);
    row.put("OrganizationName", value(Field.NAME, turn));
    row.put("PrimaryContactEmail", value(Field.EMAIL, turn));
    row.put("TaxExemptNumber", tax);
    row.put("CustomerGroupId", "10");
    row.put("SalesCurrencyCode", european ? "EUR" : "USD");
    return row;
  }

  String host() {
    return word.toLowerCase(Locale.ROOT) + ".example";
  }

  String account() {
    return account;
  }

  void isAccount(String id) {
    account = id;
  }

  /** As the control addresses want it: company and number, with a comma. */
  String customer() {
    return customer;
  }

  void isCustomer(String key) {
    customer = key;
  }
}
