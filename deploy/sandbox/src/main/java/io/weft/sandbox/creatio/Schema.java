package io.weft.sandbox.creatio;

import io.weft.sandbox.Column;
import io.weft.sandbox.Kind;
import io.weft.sandbox.Table;
import io.weft.sandbox.World;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** The sets of a Creatio 8.1 with sales, as far as integrations touch them. */
final class Schema {
  private static final List<String> PLAIN_LOOKUPS =
      List.of(
          "AccountType",
          "AccountCategory",
          "AccountIndustry",
          "AccountEmployeesNumber",
          "AccountOwnership",
          "AccountAnnualRevenue",
          "AddressType",
          "CommunicationType",
          "ContactType",
          "Job",
          "Department",
          "ContactDecisionRole",
          "ContactSalutationType",
          "Gender",
          "SysLanguage",
          "ProductType",
          "ProductCategory",
          "ProductSource",
          "TradeMark",
          "Pricelist",
          "Warehouse",
          "OrderPaymentStatus",
          "OrderDeliveryStatus",
          "DeliveryType",
          "PaymentType",
          "SourceOrder",
          "SupplyPaymentType",
          "SupplyPaymentState",
          "ActivityPriority",
          "ActivityType",
          "ActivityCategory",
          "ActivityStatus",
          "ActivityResult");

  private Schema() {}

  static void create(World world) {
    world.add(account());
    world.add(accountCommunication());
    world.add(address("AccountAddress", "Account"));
    world.add(contact());
    world.add(contactCommunication());
    world.add(address("ContactAddress", "Contact"));
    places(world);
    world.add(currency());
    PLAIN_LOOKUPS.forEach(name -> world.add(Shape.lookupSet(name).table()));
    CatalogueShapes.create(world);
    OrderShapes.create(world);
    world.add(ActivityShape.table());
    world.add(sysAdminUnit());
    world.add(duplicatesHistory());
  }

  static boolean isPlainLookup(String set) {
    return PLAIN_LOOKUPS.contains(set);
  }

  /** Returns a custom column of a type by name: text, money, lookup and so on. */
  static Column custom(String name, String type, int length, String target) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "text" -> new Column(name, Kind.TEXT, length, "", null);
      case "money", "decimal" -> new Column(name, Kind.DECIMAL, 2, BigDecimal.ZERO, null);
      case "integer" -> new Column(name, Kind.INTEGER, 0, 0, null);
      case "boolean" -> new Column(name, Kind.BOOLEAN, 0, false, null);
      case "datetime" -> new Column(name, Kind.INSTANT, 0, Ids.NO_TIME, null);
      case "date" -> new Column(name, Kind.DATE, 0, Ids.NO_TIME, null);
      case "guid" -> new Column(name, Kind.GUID, 0, Ids.ZERO, null);
      case "lookup" -> new Column(name + "Id", Kind.GUID, 0, Ids.ZERO, target);
      default -> throw new IllegalArgumentException("no column type '" + type + "'");
    };
  }

  private static Table account() {
    Shape shape = Shape.of("Account").text(250, "Name").lookup("Owner", "Contact");
    shape.lookup("PrimaryContact", "Contact").lookup("Parent", "Account");
    shape.lookup("Industry", "AccountIndustry").text(250, "Code").lookup("Type", "AccountType");
    shape.text(250, "Phone", "AdditionalPhone", "Fax", "Web");
    shape.lookup("AddressType", "AddressType").text(0, "Address").lookup("City", "City");
    shape.lookup("Region", "Region").text(50, "Zip").lookup("Country", "Country");
    shape.lookup("AccountCategory", "AccountCategory").lookup("PriceList", "Pricelist");
    shape.lookup("EmployeesNumber", "AccountEmployeesNumber");
    shape.lookup("Ownership", "AccountOwnership");
    shape.lookup("AnnualRevenue", "AccountAnnualRevenue").text(0, "Notes");
    shape.text(250, "AlternativeName").text(50, "GPSN", "GPSE").guids("AccountLogoId");
    shape.integers("Completeness", "LeadConversionScore").text(50, "AUM");
    shape.indexed("Name", "Code", "Phone", "AlternativeName");
    return customised(shape).table();
  }

  private static Shape customised(Shape shape) {
    shape.text(50, "UsrD365CustomerAccount", "UsrD365DataAreaId", "UsrPaymentTerms");
    shape.text(50, "UsrCustomerGroup", "UsrSalesTaxGroup").lookup("UsrCurrency", "Currency");
    shape.text(50, "UsrTaxNumber").decimals(2, "UsrCreditLimit").text(50, "UsrCreditHold");
    shape.text(250, "UsrBusinessUnit").text(50, "UsrTerritory").text(50, "UsrD365SyncStatus");
    shape.text(500, "UsrD365SyncMessage").flags("UsrInactive");
    shape.decimals(2, "UsrOpenBalance", "UsrOverdueAmount");
    return shape.indexed("UsrD365CustomerAccount", "UsrTaxNumber");
  }

  private static Table accountCommunication() {
    return communication("AccountCommunication", "Account");
  }

  private static Table contactCommunication() {
    return communication("ContactCommunication", "Contact");
  }

  private static Table communication(String name, String parent) {
    Shape shape = Shape.of(name).lookup("CommunicationType", "CommunicationType");
    shape.text(250, "Number").integers("Position").text(250, "SocialMediaId", "SearchNumber");
    shape.flags("Primary", "NonActual").text(250, "NonActualReason").times("DateSetNonActual");
    return shape.lookup(parent, parent).indexed("Number", "SearchNumber").table();
  }

  private static Table address(String name, String parent) {
    Shape shape = Shape.of(name).lookup("AddressType", "AddressType");
    shape.lookup("Country", "Country").lookup("Region", "Region").lookup("City", "City");
    shape.text(0, "Address").text(50, "Zip").flags("Primary").text(0, "FullAddress");
    return shape.lookup(parent, parent).text(50, "GPSN", "GPSE").table();
  }

  private static Table contact() {
    Shape shape = Shape.of("Contact").text(250, "Name", "Surname", "GivenName", "MiddleName");
    shape.lookup("Owner", "Contact").lookup("Account", "Account").lookup("Type", "ContactType");
    shape.lookup("Job", "Job").text(250, "JobTitle").lookup("Department", "Department");
    shape.lookup("DecisionRole", "ContactDecisionRole");
    shape.lookup("SalutationType", "ContactSalutationType").lookup("Gender", "Gender");
    shape.text(250, "Dear").dates("BirthDate");
    shape.text(250, "Phone", "MobilePhone", "HomePhone", "Skype", "Email");
    shape.lookup("AddressType", "AddressType").text(0, "Address").lookup("City", "City");
    shape.lookup("Region", "Region").text(50, "Zip").lookup("Country", "Country");
    shape.flags("DoNotUseEmail", "DoNotUseCall", "DoNotUseFax", "DoNotUseSms", "DoNotUseMail");
    shape.text(0, "Notes").text(250, "Facebook", "LinkedIn", "Twitter").guids("PhotoId");
    shape.text(50, "GPSN", "GPSE").flags("Confirmed").lookup("Language", "SysLanguage");
    shape.integers("Age");
    shape.flags("IsEmailConfirmed", "IsNonActualEmail").integers("Completeness");
    shape.text(50, "UsrD365ContactId").flags("UsrInactive");
    shape.text(50, "UsrD365SyncStatus").text(500, "UsrD365SyncMessage");
    return shape.indexed("Name", "Email", "Phone", "UsrD365ContactId").table();
  }

  private static void places(World world) {
    Shape country = Shape.lookupSet("Country").text(50, "Code", "Alpha2Code");
    world.add(country.text(0, "BillingInfo").indexed("Code", "Alpha2Code").table());
    Shape region = Shape.lookupSet("Region").lookup("Country", "Country").text(50, "Code");
    world.add(region.indexed("Code").table());
    Shape city = Shape.lookupSet("City").lookup("Country", "Country");
    world.add(city.lookup("Region", "Region").table());
  }

  private static Table currency() {
    Shape shape = Shape.lookupSet("Currency").text(50, "Code", "ShortName", "Symbol");
    shape.decimals(8, "Rate").integers("Division", "RecalcDirection");
    return shape.indexed("Code", "ShortName").table();
  }

  private static Table sysAdminUnit() {
    Shape shape = Shape.of("SysAdminUnit").text(250, "Name").integers("SysAdminUnitTypeValue");
    shape.lookup("Contact", "Contact").lookup("Account", "Account").flags("Active");
    shape.integers("ConnectionType", "SessionTimeout").text(250, "TimeZoneId", "Email");
    return shape.indexed("Name").table();
  }

  private static Table duplicatesHistory() {
    Shape shape = Shape.of("DuplicatesHistory").guids("OldRecordId", "NewRecordId");
    return shape.text(50, "SchemaTableName").indexed("OldRecordId", "NewRecordId").table();
  }
}
