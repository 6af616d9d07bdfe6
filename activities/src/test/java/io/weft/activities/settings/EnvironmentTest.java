package io.weft.activities.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.store.FactStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
  private final FactStore facts = new FactsInMemory();
  private final Environment test = Environment.of(SettingsText.minimal().read());
  private final Environment production =
      Environment.of(SettingsText.minimal().replace("kind: sandbox", "kind: production").read());

  @Test
  void remembersTheFirstEnvironmentAndLetsItInAgain() {
    test.check(facts, "");
    test.check(facts, "");

    assertThat(facts.fact("environment")).contains(test.described());
  }

  @Test
  void refusesAnotherEnvironmentWithARemedy() {
    test.check(facts, "");

    assertThatThrownBy(() -> production.check(facts, ""))
        .isInstanceOf(WrongEnvironment.class)
        .hasMessageContaining("sandbox; Creatio https://acme.creatio.com")
        .hasMessageContaining("production; Creatio https://acme.creatio.com")
        .hasMessageContaining("WEFT_ACCEPT_ENVIRONMENT=" + production.fingerprint());
    assertThat(facts.fact("environment")).contains(test.described());
  }

  @Test
  void movesOnAnAdminsWordAboutThisVeryEnvironment() {
    test.check(facts, "");

    assertThatThrownBy(() -> production.check(facts, test.fingerprint()))
        .isInstanceOf(WrongEnvironment.class);
    production.check(facts, production.fingerprint());

    assertThat(facts.fact("environment")).contains(production.described());
  }

  @Test
  void changesItsFingerprintWithKindAddressesAndTenant() {
    assertThat(test.fingerprint()).hasSize(16).isNotEqualTo(production.fingerprint());
    assertThat(of("acme.creatio.com", "copy.creatio.com")).isNotEqualTo(test.fingerprint());
    assertThat(of("acme.operations", "copy.operations")).isNotEqualTo(test.fingerprint());
    assertThat(of("11111111-2222", "11111111-2223")).isNotEqualTo(test.fingerprint());
    assertThat(of("name: acme-test", "name: other")).isEqualTo(test.fingerprint());
  }

  private static String of(String old, String now) {
    return Environment.of(SettingsText.minimal().replace(old, now).read()).fingerprint();
  }

  private static final class FactsInMemory implements FactStore {
    private final Map<String, String> facts = new LinkedHashMap<>();

    @Override
    public Optional<String> fact(String name) {
      return Optional.ofNullable(facts.get(name));
    }

    @Override
    public String keep(String name, String value) {
      facts.putIfAbsent(name, value);
      return facts.get(name);
    }

    @Override
    public void replace(String name, String value) {
      facts.put(name, value);
    }
  }
}
