package io.weft.sandbox.d365;

import io.weft.sandbox.Row;
import io.weft.sandbox.Tx;
import io.weft.sandbox.Who;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.ErpService;
import io.weft.sandbox.d365.erp.Keys;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.seed.Company;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes customers of companies: each in the legal entity of its currency, some in a second one. */
final class Seeding {
  private static final int BATCH = 500;
  private static final int SHARED_EVERY = 20;

  private final Erp erp;
  private final ErpService service;
  private final EntitySet customers;

  Seeding(Erp erp, ErpService service) {
    this.erp = erp;
    this.service = service;
    this.customers = erp.schema().get("CustomersV3");
  }

  /** Adds customers; companies that were seeded before keep theirs. */
  void seed(Iterable<Company> companies) {
    Iterator<Company> left = companies.iterator();
    int added = 1;
    while (left.hasNext() && added > 0) {
      added = erp.write(new Who(Who.SEED, null), tx -> batch(tx, left));
    }
  }

  private int batch(Tx tx, Iterator<Company> left) {
    int added = 0;
    for (int i = 0; i < BATCH && left.hasNext(); i++) {
      added += add(tx, left.next());
    }
    return added;
  }

  private int add(Tx tx, Company company) {
    String account = account(company);
    String home = home(company);
    if (erp.table(customers).find(Keys.of(home, account)) != null) {
      return 0;
    }
    Row first = create(tx, home, account, company, null);
    if (company.index() % SHARED_EVERY == 0) {
      String second = home.equals("usmf") ? "demf" : "usmf";
      create(tx, second, account, company, first.text("PartyNumber"));
      return 2;
    }
    return 1;
  }

  private Row create(
      Tx tx, String legalEntity, String account, Company company, @Nullable String party) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("dataAreaId", legalEntity);
    body.put("CustomerAccount", account);
    body.put("CustomerGroupId", known("CustomerGroups", legalEntity, company.group(), "10"));
    body.put("SalesCurrencyCode", known(company.currency(), "EUR"));
    body.put("PaymentTerms", known("PaymentTerms", legalEntity, company.paymentTerms(), "Net30"));
    body.put("SalesTaxGroup", known("TaxGroups", legalEntity, company.taxGroup(), "TX"));
    body.put("TaxExemptNumber", company.taxNumber());
    body.put("EmployeeResponsibleNumber", String.format(Locale.ROOT, "%06d", company.owner() + 1));
    if (party != null) {
      body.put("PartyNumber", party);
    } else {
      partyFields(body, company);
    }
    return service.create(tx, customers, body, legalEntity);
  }

  private static void partyFields(Map<String, @Nullable Object> body, Company company) {
    body.put("PartyType", "Organization");
    body.put("OrganizationName", company.name());
    body.put("PrimaryContactPhone", company.phone());
    body.put("PrimaryContactEmail", company.email());
    body.put("PrimaryContactURL", company.web());
    body.put("AddressDescription", "Head office");
    body.put("AddressStreet", company.street());
    body.put("AddressCity", company.city());
    body.put("AddressZipCode", company.zip());
    body.put("AddressState", company.region());
    body.put("AddressCountryRegionId", company.iso3());
  }

  /** Returns the number of a seeded customer. */
  static String account(Company company) {
    return String.format(Locale.ROOT, "US-%06d", company.index());
  }

  /** Returns the legal entity that a company is seeded in. */
  static String home(Company company) {
    return switch (company.currency()) {
      case "EUR" -> "demf";
      case "GBP" -> "gbsi";
      default -> "usmf";
    };
  }

  private String known(String set, String legalEntity, String code, String otherwise) {
    boolean there = erp.table(set).find(Keys.of(legalEntity, code)) != null;
    return there ? code : otherwise;
  }

  private String known(String currency, String otherwise) {
    return erp.table("Currencies").find(currency) != null ? currency : otherwise;
  }
}
