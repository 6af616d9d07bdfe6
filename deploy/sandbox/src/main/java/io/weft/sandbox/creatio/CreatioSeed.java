package io.weft.sandbox.creatio;

import io.weft.sandbox.Table;
import io.weft.sandbox.Tx;
import io.weft.sandbox.Who;
import io.weft.sandbox.World;
import io.weft.sandbox.seed.Company;
import io.weft.sandbox.seed.SeedPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes accounts with their communication and address rows, as if imported over the last month:
 * every few share one time stamp, and no event was raised.
 */
final class CreatioSeed {
  private static final int CHUNK = 500;
  private static final int ALIKE = 7;
  private static final Who SEED = new Who(Who.SEED, null);

  private final World world;
  private final Iterable<Company> companies;
  private final SeedPlan plan;
  private final Instant begin;

  CreatioSeed(World world, Iterable<Company> companies, SeedPlan plan) {
    this.world = world;
    this.companies = companies;
    this.plan = plan;
    this.begin = world.trueTime().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(30));
  }

  void run() {
    Iterator<Company> left = companies.iterator();
    int made = 0;
    while (left.hasNext()) {
      int first = made;
      made += world.write(CreatioTenant.SYSTEM, SEED, begin, tx -> chunk(tx, left, first));
    }
  }

  private int chunk(Tx tx, Iterator<Company> left, int first) {
    int made = 0;
    while (made < CHUNK && left.hasNext()) {
      company(tx, left.next(), first + made);
      made++;
    }
    return made;
  }

  private void company(Tx tx, Company company, int index) {
    UUID id = world.newId();
    Instant stamp = begin.plusMillis((long) (index / ALIKE) * ALIKE * 137L);
    UUID city = city(tx, company, stamp);
    insert(tx, "Account", account(company, id, city, stamp));
    communication(tx, id, Ids.MAIN_PHONE, company.phone(), stamp);
    communication(tx, id, Ids.WEB, company.web(), stamp);
    communication(tx, id, Ids.EMAIL, company.email(), stamp);
    insert(tx, "AccountAddress", address(company, id, city, stamp));
    for (int i = 0; i < contacts(index); i++) {
      contact(tx, company, id, i, stamp);
    }
  }

  // Contacts are spread evenly: the first companies get one more where it does not divide.
  private int contacts(int index) {
    int each = plan.contacts() / plan.accounts();
    return each + (index < plan.contacts() % plan.accounts() ? 1 : 0);
  }

  private Map<String, @Nullable Object> account(
      Company company, UUID id, UUID city, Instant stamp) {
    Map<String, @Nullable Object> row = row(id, stamp);
    row.put("Name", company.name());
    row.put("OwnerId", Users.contactOf(Users.STAFF.get(company.owner() % Users.STAFF.size())));
    row.put("TypeId", Ids.CUSTOMER);
    row.put("Phone", company.phone());
    row.put("Web", company.web());
    row.put("AddressTypeId", Ids.ACTUAL_ADDRESS);
    place(row, company, city);
    row.put("UsrTaxNumber", company.taxNumber());
    row.put("UsrCurrencyId", BaseData.currencyId(company.currency()));
    row.put("UsrPaymentTerms", company.paymentTerms());
    row.put("UsrCustomerGroup", company.group());
    row.put("UsrSalesTaxGroup", company.taxGroup());
    row.put("UsrBusinessUnit", company.currency().equals("USD") ? "North America" : "Europe");
    return row;
  }

  private Map<String, @Nullable Object> address(
      Company company, UUID account, UUID city, Instant stamp) {
    Map<String, @Nullable Object> row = row(world.newId(), stamp);
    row.put("AccountId", account);
    row.put("AddressTypeId", Ids.ACTUAL_ADDRESS);
    row.put("Primary", true);
    place(row, company, city);
    return row;
  }

  private static void place(Map<String, @Nullable Object> row, Company company, UUID city) {
    row.put("Address", company.street());
    row.put("CityId", city);
    row.put("Zip", company.zip());
    row.put("CountryId", BaseData.countryId(company.iso2()));
    if (!company.region().isEmpty()) {
      row.put("RegionId", regionId(company));
    }
  }

  private void communication(Tx tx, UUID account, UUID type, String number, Instant stamp) {
    Map<String, @Nullable Object> row = row(world.newId(), stamp);
    row.put("AccountId", account);
    row.put("CommunicationTypeId", type);
    row.put("Number", number);
    row.put("Primary", true);
    insert(tx, "AccountCommunication", row);
  }

  private void contact(Tx tx, Company company, UUID account, int number, Instant stamp) {
    String name = number == 0 ? company.contactName() : company.contactName() + " " + number;
    Map<String, @Nullable Object> row = row(world.newId(), stamp);
    row.put("Name", name);
    row.put("AccountId", account);
    row.put("OwnerId", Users.contactOf(Users.STAFF.get(company.owner() % Users.STAFF.size())));
    row.put("Email", number == 0 ? company.contactEmail() : number + company.contactEmail());
    row.put("Phone", company.phone());
    new PersonRows(world).insert(tx, row, number);
  }

  private UUID city(Tx tx, Company company, Instant stamp) {
    UUID id = Ids.named("city " + company.iso2() + company.city());
    if (table("City").find(id.toString()) == null) {
      Map<String, @Nullable Object> row = row(id, stamp);
      row.put("Name", company.city());
      row.put("CountryId", BaseData.countryId(company.iso2()));
      if (!company.region().isEmpty()) {
        row.put("RegionId", region(tx, company, stamp));
      }
      insert(tx, "City", row);
    }
    return id;
  }

  private UUID region(Tx tx, Company company, Instant stamp) {
    UUID id = regionId(company);
    if (table("Region").find(id.toString()) == null) {
      Map<String, @Nullable Object> row = row(id, stamp);
      row.put("Name", company.region());
      row.put("Code", company.region());
      row.put("CountryId", BaseData.countryId(company.iso2()));
      insert(tx, "Region", row);
    }
    return id;
  }

  private static UUID regionId(Company company) {
    return Ids.named("region " + company.iso2() + company.region());
  }

  private Table table(String set) {
    return world.table(CreatioTenant.SYSTEM, set);
  }

  private void insert(Tx tx, String set, Map<String, @Nullable Object> row) {
    tx.insert(table(set), row);
  }

  static Map<String, @Nullable Object> row(UUID id, Instant stamp) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("Id", id);
    row.put("CreatedOn", stamp);
    row.put("CreatedById", Ids.SUPERVISOR);
    row.put("ModifiedOn", stamp);
    row.put("ModifiedById", Ids.SUPERVISOR);
    return row;
  }
}
