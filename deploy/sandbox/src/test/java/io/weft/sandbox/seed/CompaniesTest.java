package io.weft.sandbox.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CompaniesTest {
  private static final SeedPlan PLAN = new SeedPlan(3, 1000, 400, 0, 0.5, 0.3);

  @Test
  void sharesAsManyAsTheOverlapSays() {
    Companies companies = Companies.of(PLAN);

    assertThat(companies.accounts()).hasSize(1000);
    assertThat(companies.customers()).hasSize(400);
    assertThat(companies.accounts()).filteredOn(Company::common).hasSize(200);
    assertThat(companies.customers()).filteredOn(Company::common).hasSize(200);
    List<Company> accounts = list(companies.accounts()).subList(0, 200);
    List<Company> customers = list(companies.customers()).subList(0, 200);
    assertThat(customers).extracting(Company::taxNumber).isEqualTo(taxNumbers(accounts));
    assertThat(customers).extracting(Company::email).isEqualTo(emails(accounts));
  }

  @Test
  void spellsSomeOfThemDifferently() {
    List<Company> accounts = list(Companies.of(PLAN).accounts());
    List<Company> customers = list(Companies.of(PLAN).customers());
    long different = 0;
    for (int i = 0; i < 200; i++) {
      different += accounts.get(i).equals(customers.get(i)) ? 0 : 1;
    }

    assertThat(different).isBetween(30L, 90L);
  }

  @Test
  void neverMakesTwoOfTheSame() {
    List<Company> companies = list(Companies.of(new SeedPlan(3, 20_000, 0, 0, 0, 0)).accounts());

    assertThat(companies).extracting(Company::name).doesNotHaveDuplicates();
    assertThat(companies).extracting(Company::email).doesNotHaveDuplicates();
    assertThat(companies).extracting(Company::taxNumber).doesNotHaveDuplicates();
  }

  @Test
  void makesTheSameOnEveryWalk() {
    Companies companies = Companies.of(PLAN);

    assertThat(list(companies.accounts())).isEqualTo(list(companies.accounts()));
  }

  @Test
  void oneCountryAlone() {
    SeedPlan plan = new SeedPlan(3, 200, 100, 0, 0.5, 0.3, 0, "us");

    Companies companies = Companies.of(plan);

    assertThat(companies.accounts()).extracting(Company::iso2).containsOnly("US");
    assertThat(companies.customers()).extracting(Company::currency).containsOnly("USD");
  }

  @Test
  void anUnknownCountryIsRefused() {
    SeedPlan plan = new SeedPlan(3, 1, 1, 0, 0.5, 0.3, 0, "XX");

    assertThatThrownBy(() -> Companies.of(plan)).hasMessageContaining("'XX'");
  }

  private static List<Company> list(Iterable<Company> companies) {
    List<Company> list = new ArrayList<>();
    companies.forEach(list::add);
    return list;
  }

  private static List<String> taxNumbers(List<Company> companies) {
    return companies.stream().map(Company::taxNumber).toList();
  }

  private static List<String> emails(List<Company> companies) {
    return companies.stream().map(Company::email).toList();
  }
}
