package io.weft.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What the people at both systems do, from a seed. Nobody here knows of any other. */
final class Script {
  private static final List<Field> EDITED =
      List.of(Field.NAME, Field.PHONE, Field.EMAIL, Field.WEB);

  private final Http http;
  private final Random random;
  private final People people;
  private final Sales sales;
  private final Typist typist;
  private final List<Company> companies = new ArrayList<>();
  private final String type;
  private final Map<Boolean, String> currencies = new LinkedHashMap<>();
  private int changes;
  private boolean fulfilled;

  Script(Http http, long seed) {
    this.http = http;
    this.random = new Random(seed);
    this.people = new People(http, random);
    this.sales = new Sales(http, random);
    this.typist = new Typist(http);
    this.type = idOf("AccountType?Name=Customer");
    currencies.put(true, idOf("Currency?ShortName=EUR"));
    currencies.put(false, idOf("Currency?ShortName=USD"));
  }

  private String idOf(String query) {
    return http.get("/control/creatio/" + query).at("/value/0/Id").asText();
  }

  int changes() {
    return changes;
  }

  int companies() {
    return companies.size();
  }

  /** One thing happens: somebody new, an edit, two people at one field, or something is sold. */
  void step() {
    int dice = random.nextInt(100);
    if (companies.size() < 5 || dice < 10) {
      createAccount(company());
    } else if (dice < 16) {
      createCustomer(company());
    } else if (dice < 45) {
      edit(anyone(), EDITED.get(random.nextInt(EDITED.size())), random.nextBoolean());
    } else if (dice < 54) {
      conflict(anyone());
    } else if (!deal(dice)) {
      edit(anyone(), Field.PHONE, random.nextBoolean());
    }
  }

  /** People in D365 do something about a sales order; returns whether they could. */
  boolean fulfil() {
    changes++;
    return fulfilOne();
  }

  private boolean fulfilOne() {
    boolean done = sales.fulfil();
    fulfilled = fulfilled || done;
    return done;
  }

  /** Whether they ever could; after a long storm there may be nothing left to do. */
  boolean hasFulfilled() {
    return fulfilled;
  }

  private Company anyone() {
    return companies.get(random.nextInt(companies.size()));
  }

  /** Something about contacts or orders; returns false if there is nobody to deal with yet. */
  private boolean deal(int dice) {
    Company company = anyone();
    find(company);
    changes++;
    if (dice < 62) {
      people.create(company, changes);
      return true;
    }
    if (dice < 72) {
      return people.edit(changes);
    }
    if (dice < 82 && !company.account().isEmpty()) {
      sales.order(company, currencies.getOrDefault(company.european, ""), changes);
      return true;
    }
    return dice < 90 ? sales.change(changes) : fulfilOne();
  }

  /** The same company comes into being on both sides while nobody watches. */
  void twins() {
    Company company = company();
    createAccount(company);
    createCustomer(company);
  }

  private Company company() {
    Company company = new Company(companies.size(), random);
    companies.add(company);
    return company;
  }

  private void createAccount(Company company) {
    changes++;
    String currency = currencies.getOrDefault(company.european, "");
    JsonNode created =
        http.post("/control/creatio/Account", company.account(changes, type, currency));
    company.isAccount(created.path("Id").asText());
  }

  private void createCustomer(Company company) {
    changes++;
    Map<String, Object> row = company.customer(changes);
    http.post("/control/d365/CustomersV3", row);
    company.isCustomer(company.legalEntity() + "," + row.get("CustomerAccount"));
  }

  private void conflict(Company company) {
    Field field = EDITED.get(random.nextInt(EDITED.size()));
    boolean first = random.nextBoolean();
    edit(company, field, first);
    edit(company, field, !first);
  }

  private void edit(Company company, Field field, boolean inCreatio) {
    find(company);
    boolean creatio = company.customer().isEmpty() || (inCreatio && !company.account().isEmpty());
    changes++;
    String value = company.value(field, changes);
    if (creatio) {
      typist.account(company.account(), field, value);
    } else {
      typist.customer(company.customer(), field, value);
    }
  }

  /** People see what is there: the other side's record, once someone brought it. */
  private void find(Company company) {
    if (company.account().isEmpty()) {
      company.isAccount(idOf("Account?UsrTaxNumber=" + company.tax));
    }
    if (company.customer().isEmpty()) {
      JsonNode row =
          http.get("/control/d365/CustomersV3?TaxExemptNumber=" + company.tax).at("/value/0");
      if (!row.isMissingNode()) {
        company.isCustomer(
            row.path("dataAreaId").asText() + "," + row.path("CustomerAccount").asText());
      }
    }
  }
}
