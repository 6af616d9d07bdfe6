package io.weft.chaos;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * People who go on working on the very records of a load. Names they leave alone: whether another
 * name is another company is asked of a person, and this is about what goes on by itself.
 */
final class LoadPeople {
  private static final List<Field> EDITED = List.of(Field.PHONE, Field.EMAIL, Field.WEB);
  private static final int MOST_NEWCOMERS = 12;

  private final Http http;
  private final Random random;
  private final Typist typist;
  private final Population population;
  private final List<String> shared;
  private int changes;
  private int newcomers;

  LoadPeople(Http http, long seed, Population population) {
    this.http = http;
    this.random = new Random(seed);
    this.typist = new Typist(http);
    this.population = population;
    this.shared = List.copyOf(population.partners().keySet());
  }

  /** One thing happens: an edit, two people at one field, or somebody new. */
  void step() {
    int dice = random.nextInt(100);
    Field field = EDITED.get(random.nextInt(EDITED.size()));
    if (dice < 40) {
      typist.account(any(population.accounts()), field, value(field));
    } else if (dice < 80) {
      typist.customer(any(population.customers()), field, value(field));
    } else if (dice < 95 || newcomers >= MOST_NEWCOMERS) {
      conflict(any(shared), field);
    } else {
      newcomer(random.nextBoolean());
    }
  }

  private String any(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }

  private void conflict(String account, Field field) {
    String customer = population.partners().getOrDefault(account, "");
    boolean creatioFirst = random.nextBoolean();
    if (creatioFirst) {
      typist.account(account, field, value(field));
    }
    typist.customer(customer, field, value(field));
    if (!creatioFirst) {
      typist.account(account, field, value(field));
    }
  }

  /** A value that nobody has entered before. */
  private String value(Field field) {
    changes++;
    return switch (field) {
      case PHONE -> "+1 555 " + (1_000_000 + changes);
      case EMAIL -> "desk" + changes + "@edited.example";
      case WEB -> "www.edited.example/" + changes;
      default -> throw new IllegalArgumentException(field + " is left alone");
    };
  }

  private void newcomer(boolean inCreatio) {
    Company company = company();
    changes++;
    newcomers++;
    if (inCreatio) {
      http.post("/control/creatio/Account", account(company));
    } else {
      http.post("/control/d365/CustomersV3", company.customer(changes));
    }
  }

  private Map<String, Object> account(Company company) {
    String type = id("AccountType?Name=Customer");
    return new LinkedHashMap<>(company.account(changes, type, id("Currency?ShortName=USD")));
  }

  /** One of the company that is loaded. */
  private Company company() {
    Company company = new Company(newcomers, random);
    while (company.european) {
      company = new Company(newcomers, random);
    }
    return company;
  }

  private String id(String query) {
    return http.get("/control/creatio/" + query).at("/value/0/Id").asText();
  }

  @Override
  public String toString() {
    return "%d edits, %d newcomers".formatted(changes - newcomers, newcomers);
  }
}
