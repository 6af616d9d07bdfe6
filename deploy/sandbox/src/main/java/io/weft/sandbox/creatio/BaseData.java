package io.weft.sandbox.creatio;

import io.weft.sandbox.Tx;
import io.weft.sandbox.World;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a site holds on its first day: look-ups, users and the own company. */
final class BaseData {
  private static final Map<String, Map<String, UUID>> SHIPPED = new LinkedHashMap<>();

  private static final List<String> COUNTRIES =
      List.of(
          "United States|US|USA",
          "Germany|DE|DEU",
          "United Kingdom|GB|GBR",
          "France|FR|FRA",
          "Netherlands|NL|NLD",
          "Sweden|SE|SWE",
          "Poland|PL|POL",
          "Spain|ES|ESP",
          "Austria|AT|AUT",
          "Switzerland|CH|CHE",
          "Belgium|BE|BEL",
          "Denmark|DK|DNK",
          "Norway|NO|NOR",
          "Finland|FI|FIN",
          "Italy|IT|ITA",
          "Portugal|PT|PRT",
          "Ireland|IE|IRL",
          "Czech Republic|CZ|CZE",
          "Canada|CA|CAN",
          "Mexico|MX|MEX",
          "Brazil|BR|BRA",
          "Australia|AU|AUS",
          "Japan|JP|JPN",
          "India|IN|IND");
  private static final List<String> CURRENCIES =
      List.of(
          "US dollar|USD|840|$|1",
          "Euro|EUR|978|€|0.92",
          "Pound sterling|GBP|826|£|0.79",
          "Swedish krona|SEK|752|kr|10.4",
          "Zloty|PLN|985|zł|3.95",
          "Swiss franc|CHF|756|Fr|0.88",
          "Danish krone|DKK|208|kr|6.86",
          "Norwegian krone|NOK|578|kr|10.6",
          "Canadian dollar|CAD|124|$|1.36",
          "Yen|JPY|392|¥|151");

  static {
    SHIPPED.put("AccountType", accountTypes());
    SHIPPED.put("CommunicationType", communicationTypes());
    SHIPPED.put("AddressType", addressTypes());
    SHIPPED.put("ContactType", contactTypes());
    SHIPPED.put("AccountIndustry", named("Manufacturing", "Retail", "Services", "Logistics"));
    SHIPPED.put("AccountCategory", named("A", "B", "C", "D"));
    SHIPPED.put("Job", named("CEO", "Buyer", "Accountant", "Sales manager"));
    SHIPPED.put("Department", named("Management", "Purchasing", "Finance"));
    SHIPPED.put("ContactDecisionRole", named("Decision maker", "Influencer", "User"));
    SHIPPED.put("Gender", named("Female", "Male"));
    SHIPPED.put("ContactSalutationType", named("Mr.", "Ms.", "Dr."));
    SHIPPED.put("SysLanguage", named("English (United States)", "German (Germany)"));
  }

  private final World world;

  BaseData(World world) {
    this.world = world;
  }

  static UUID countryId(String iso2) {
    return Ids.named("country " + iso2);
  }

  static UUID currencyId(String code) {
    return Ids.named("currency " + code);
  }

  void create(Tx tx) {
    SHIPPED.forEach((set, rows) -> rows.forEach((name, id) -> lookup(tx, set, name, id)));
    COUNTRIES.forEach(line -> country(tx, line.split("\\|")));
    CURRENCIES.forEach(line -> currency(tx, line.split("\\|")));
    Map<String, @Nullable Object> own = Users.stamped(Ids.OWN_ACCOUNT, tx);
    own.put("Name", "Our company");
    own.put("TypeId", Ids.OUR_COMPANY);
    own.put("OwnerId", Ids.SUPERVISOR);
    insert(tx, "Account", own);
    new SalesData(world).create(tx);
  }

  private void lookup(Tx tx, String set, String name, UUID id) {
    Map<String, @Nullable Object> row = Users.stamped(id, tx);
    row.put("Name", name);
    insert(tx, set, row);
  }

  private void country(Tx tx, String[] parts) {
    Map<String, @Nullable Object> row = Users.stamped(countryId(parts[1]), tx);
    row.put("Name", parts[0]);
    row.put("Alpha2Code", parts[1]);
    row.put("Code", parts[2]);
    insert(tx, "Country", row);
  }

  private void currency(Tx tx, String[] parts) {
    Map<String, @Nullable Object> row = Users.stamped(currencyId(parts[1]), tx);
    row.put("Name", parts[0]);
    row.put("ShortName", parts[1]);
    row.put("Code", parts[2]);
    row.put("Symbol", parts[3]);
    row.put("Rate", new BigDecimal(parts[4]));
    row.put("Division", 1);
    insert(tx, "Currency", row);
  }

  private void insert(Tx tx, String set, Map<String, @Nullable Object> row) {
    tx.insert(world.table(CreatioTenant.SYSTEM, set), row);
  }

  private static Map<String, UUID> accountTypes() {
    Map<String, UUID> types = named("Partner", "Supplier", "Competitor", "Prospect");
    types.put("Customer", Ids.CUSTOMER);
    types.put("Our company", Ids.OUR_COMPANY);
    return types;
  }

  private static Map<String, UUID> communicationTypes() {
    Map<String, UUID> types = named("Skype");
    types.put("LinkedIn", Ids.LINKED_IN);
    types.put("Other phone", Ids.OTHER_PHONE);
    types.put("Email", Ids.EMAIL);
    types.put("Primary phone", Ids.MAIN_PHONE);
    types.put("Alternate phone", Ids.ADDITIONAL_PHONE);
    types.put("Web", Ids.WEB);
    types.put("Fax", Ids.FAX);
    types.put("Business phone", Ids.BUSINESS_PHONE);
    types.put("Mobile phone", Ids.MOBILE_PHONE);
    types.put("Home phone", Ids.HOME_PHONE);
    return types;
  }

  private static Map<String, UUID> addressTypes() {
    Map<String, UUID> types = new LinkedHashMap<>();
    types.put("Actual", Ids.ACTUAL_ADDRESS);
    types.put("Legal", Ids.LEGAL_ADDRESS);
    types.put("Delivery", Ids.DELIVERY_ADDRESS);
    types.put("Home", Ids.HOME_ADDRESS);
    types.put("Business", Ids.BUSINESS_ADDRESS);
    types.put("Other", Ids.OTHER_ADDRESS);
    return types;
  }

  private static Map<String, UUID> contactTypes() {
    Map<String, UUID> types = new LinkedHashMap<>();
    types.put("Contact person", Ids.CONTACT_PERSON);
    types.put("Customer", Ids.CUSTOMER_CONTACT);
    types.put("Employee", Ids.EMPLOYEE);
    return types;
  }

  private static Map<String, UUID> named(String... names) {
    Map<String, UUID> rows = new LinkedHashMap<>();
    for (String name : names) {
      rows.put(name, Ids.named("look-up " + name));
    }
    return rows;
  }
}
