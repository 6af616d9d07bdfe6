package io.weft.activities.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

abstract class FactStoreContract extends StoreContract {
  @Test
  void aFactIsKeptOnce() {
    assertThat(stores.facts().fact("environment")).isEmpty();

    assertThat(stores.facts().keep("environment", "a")).isEqualTo("a");
    assertThat(stores.facts().keep("environment", "b")).isEqualTo("a");

    assertThat(stores.facts().fact("environment")).contains("a");
  }

  @Test
  void aFactIsReplacedOnAnAdminsWord() {
    stores.facts().replace("environment", "a");
    stores.facts().replace("environment", "b");

    assertThat(stores.facts().fact("environment")).contains("b");
  }
}
