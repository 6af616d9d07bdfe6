package io.weft.sandbox.d365;

import io.weft.sandbox.Row;
import io.weft.sandbox.Tx;
import io.weft.sandbox.Who;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.ErpService;
import io.weft.sandbox.d365.erp.Keys;
import io.weft.sandbox.d365.erp.party.ContactPersons;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.seed.Company;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes contact persons of seeded customers: first the one whom both systems may know. */
final class ContactSeeding {
  private static final List<String> GIVEN =
      List.of("Nina", "Oskar", "Petra", "Rafael", "Selma", "Theo", "Vera", "Walter");
  private static final List<String> FAMILY =
      List.of("Adler", "Brandt", "Costa", "Dubois", "Evans", "Fischer", "Greco", "Holm");
  private static final List<String> JOBS = List.of("Purchasing", "Finance", "Logistics", "Sales");

  private final Erp erp;
  private final ErpService service;
  private final EntitySet contacts;

  ContactSeeding(Erp erp, ErpService service) {
    this.erp = erp;
    this.service = service;
    this.contacts = erp.schema().get(ContactPersons.SET);
  }

  /** Brings the number of contacts up to what is wanted, spread over the companies. */
  void seed(Iterable<Company> companies, int wanted) {
    int unused = erp.write(new Who(Who.SEED, null), tx -> rounds(tx, companies, wanted));
  }

  private int rounds(Tx tx, Iterable<Company> companies, int wanted) {
    int seen = 0;
    int made = 0;
    Iterator<Company> left = companies.iterator();
    for (int round = 0; seen < wanted && left.hasNext(); round++) {
      for (; seen < wanted && left.hasNext(); seen++) {
        made += add(tx, left.next(), round);
      }
      left = companies.iterator();
    }
    return made;
  }

  private int add(Tx tx, Company company, int round) {
    String home = Seeding.home(company);
    Row customer = erp.table("CustomersV3").find(Keys.of(home, Seeding.account(company)));
    if (customer == null) {
      return 0;
    }
    String party = customer.text("PartyNumber");
    if (erp.table(contacts).equal("AssociatedPartyNumber", party).size() > round) {
      return 0;
    }
    Row unused = service.create(tx, contacts, body(company, round, party), home);
    return 1;
  }

  private static Map<String, @Nullable Object> body(Company company, int round, String party) {
    int pick = company.index() + round * 3;
    String[] name =
        round == 0
            ? company.contactName().split(" ", 2)
            : new String[] {GIVEN.get(pick % GIVEN.size()), FAMILY.get(pick / 3 % FAMILY.size())};
    String host = company.email().substring(company.email().indexOf('@'));
    String mail = (name[0] + "." + name[1] + round).toLowerCase(Locale.ROOT) + host;
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("AssociatedPartyNumber", party);
    body.put("FirstName", name[0]);
    body.put("LastName", name[1]);
    body.put("EmploymentJobFunctionName", JOBS.get(pick % JOBS.size()));
    body.put("PrimaryEmailAddress", round == 0 ? company.contactEmail() : mail);
    body.put("PrimaryPhoneNumber", company.phone());
    return body;
  }
}
