package io.weft.sandbox.d365.erp;

import io.weft.sandbox.Row;
import io.weft.sandbox.Table;
import io.weft.sandbox.d365.schema.EntitySet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What the ERP checks before it writes a customer: references, then what must be filled in. */
final class CustomerRules {
  /** A field that must name a row of another set. */
  private record Reference(String set, boolean perCompany) {}

  private static final Map<String, Reference> REFERENCES = new TreeMap<>();
  private static final List<String> COUNTRIES =
      List.of(
          "AddressCountryRegionId",
          "DeliveryAddressCountryRegionId",
          "InvoiceAddressCountryRegionId");

  static {
    REFERENCES.put("CustomerGroupId", new Reference("CustomerGroups", true));
    REFERENCES.put("PaymentTerms", new Reference("PaymentTerms", true));
    REFERENCES.put("PaymentMethod", new Reference("CustomerPaymentMethods", true));
    REFERENCES.put("SalesTaxGroup", new Reference("TaxGroups", true));
    REFERENCES.put("SalesReturnTaxGroup", new Reference("TaxGroups", true));
    REFERENCES.put("DeliveryTerms", new Reference("DeliveryTerms", true));
    REFERENCES.put("DeliveryMode", new Reference("DeliveryModesV2", true));
    REFERENCES.put("InvoiceAccount", new Reference(Customers.SET, true));
    REFERENCES.put("ContactPersonId", new Reference("ContactPersons", true));
    REFERENCES.put("SiteId", new Reference("OperationalSitesV2", true));
    REFERENCES.put("WarehouseId", new Reference("Warehouses", true));
    REFERENCES.put("SalesCurrencyCode", new Reference("Currencies", false));
  }

  private final Erp erp;
  private final EntitySet set;
  private final Dimensions dimensions;
  private final TaxNumbers taxNumbers;

  CustomerRules(Erp erp, EntitySet set, TaxNumbers taxNumbers) {
    this.erp = erp;
    this.set = set;
    this.dimensions = new Dimensions(erp);
    this.taxNumbers = taxNumbers;
  }

  /** Checks each value that a write carries; the first bad one is refused. */
  void checkFields(String company, Map<String, Object> given) {
    given.forEach((name, value) -> checkField(company, name, value.toString()));
  }

  /** Checks the row as it will be. */
  void checkRow(String company, Function<String, String> now) {
    mandatory(now, "CustomerAccount", "CustomerGroupId", "SalesCurrencyCode");
    boolean person = now.apply("PartyType").equals("Person");
    boolean named =
        person
            ? !(now.apply("PersonFirstName") + now.apply("PersonLastName")).isEmpty()
            : !now.apply("OrganizationName").isEmpty();
    if (!named) {
      throw unfilled(person ? "PersonFirstName" : "OrganizationName");
    }
    if (!now.apply("AddressDescription").isEmpty()) {
      mandatory(now, "AddressCountryRegionId");
    }
    if (erp.settings().on("taxNumberMandatory." + company)) {
      mandatory(now, "TaxExemptNumber");
    }
  }

  private void checkField(String company, String name, String value) {
    if (value.isEmpty()) {
      return;
    }
    Reference reference = REFERENCES.get(name);
    if (reference != null) {
      checkReference(company, name, value, reference);
    } else if (COUNTRIES.contains(name) && !Countries.isKnown(value)) {
      throw notFound(name, value, "Country/region");
    } else if (name.equals("TaxExemptNumber") && !taxNumbers.allowed(company, value)) {
      throw notFound(name, value, "Tax exempt numbers");
    } else if (name.equals("DefaultDimensionDisplayValue")) {
      dimensions
          .problem(company, value)
          .ifPresent(
              problem -> {
                throw Refusal.write(set, List.of(problem, failed(name)));
              });
    } else if (name.equals("PartyType") && !List.of("Organization", "Person").contains(value)) {
      throw notFound(name, value, "Party type");
    }
  }

  private void checkReference(String company, String name, String value, Reference reference) {
    Table table = erp.table(reference.set());
    Row row = table.find(reference.perCompany() ? Keys.of(company, value) : value);
    if (row == null) {
      throw notFound(name, value, erp.schema().get(reference.set()).label());
    }
  }

  private void mandatory(Function<String, String> now, String... names) {
    for (String name : names) {
      if (now.apply(name).isEmpty()) {
        throw unfilled(name);
      }
    }
  }

  private Refusal unfilled(String name) {
    return Refusal.write(
        set,
        List.of(
            "Field '%s' must be filled in.".formatted(set.get(name).label()),
            "validateWrite failed on data source 'CustTable (CustTable)'."));
  }

  Refusal notFound(String name, String value, String table) {
    return Refusal.write(
        set,
        List.of(
            "The value '%s' in field '%s' is not found in the related table '%s'."
                .formatted(value, set.get(name).label(), table),
            failed(name)));
  }

  private String failed(String name) {
    return "validateField failed on field '%s.%s'.".formatted(set.entity(), name);
  }

  /** Returns what a new customer takes from its group where the request was silent. */
  Map<String, Object> defaults(String company, Map<String, Object> given) {
    Map<String, Object> all = new LinkedHashMap<>();
    Row group =
        erp.table("CustomerGroups")
            .find(Keys.of(company, String.valueOf(given.get("CustomerGroupId"))));
    if (group != null) {
      all.put("PaymentTerms", group.text("PaymentTermId"));
      all.put("SalesTaxGroup", group.text("TaxGroupId"));
      all.put("IsSalesTaxIncludedInPrices", group.text("IsSalesTaxIncludedInPrice"));
    }
    all.keySet().removeAll(given.keySet());
    return all;
  }
}
