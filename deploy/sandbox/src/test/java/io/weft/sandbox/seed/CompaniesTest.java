package io.weft.sandbox.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CompaniesTest {
  private static final SeedPlan PLAN = new SeedPlan(3, 1000, 400, 0, 0.5, 0.3);

  @Test
  void sharesAsManyAsTheOverlapSays() {
    Companies companies = Companies.of(PLAN);

    assertThat(companies.accounts()).hasSize(1000);
    assertThat(companies.customers()).hasSize(400);
    assertThat(companies.accounts().stream().filter(Company::common)).hasSize(200);
    assertThat(companies.customers().stream().filter(Company::common)).hasSize(200);
    for (int i = 0; i < 200; i++) {
      Company account = companies.accounts().get(i);
      Company customer = companies.customers().get(i);
      assertThat(customer.taxNumber()).isEqualTo(account.taxNumber());
      assertThat(customer.email()).isEqualTo(account.email());
    }
  }

  @Test
  void spellsSomeOfThemDifferently() {
    Companies companies = Companies.of(PLAN);
    long different = 0;
    for (int i = 0; i < 200; i++) {
      Company account = companies.accounts().get(i);
      different += account.equals(companies.customers().get(i)) ? 0 : 1;
    }

    assertThat(different).isBetween(30L, 90L);
  }

  @Test
  void neverMakesTwoOfTheSame() {
    List<Company> companies = Companies.of(new SeedPlan(3, 20_000, 0, 0, 0, 0)).accounts();

    assertThat(companies).extracting(Company::name).doesNotHaveDuplicates();
    assertThat(companies).extracting(Company::email).doesNotHaveDuplicates();
    assertThat(companies).extracting(Company::taxNumber).doesNotHaveDuplicates();
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
}
