package io.weft.activities.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.secret.Secrets;
import io.weft.activities.yaml.ConfigErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineCheckTest {
  private static final Secrets NO_SECRETS = new Secrets(Map.of(), null);

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void writeSettings() throws IOException {
    file = directory.resolve("weft.yaml");
    Files.writeString(file, SettingsText.MINIMAL);
  }

  private void mapping(String name, String text) throws IOException {
    Files.createDirectories(directory.resolve("mappings"));
    Files.writeString(directory.resolve("mappings").resolve(name), text);
  }

  private OfflineCheck check() throws IOException {
    return OfflineCheck.of(file, NO_SECRETS);
  }

  private static List<String> lines(List<ConfigErrors.Entry> entries) {
    return entries.stream().map(ConfigErrors.Entry::toString).toList();
  }

  @Test
  void passesWithoutTheSecretsAndNamesThem() throws IOException {
    OfflineCheck check = check();

    assertThat(check.problems()).isEmpty();
    assertThat(check.passed()).isTrue();
    assertThat(lines(check.warnings()))
        .hasSize(3)
        .allSatisfy(warning -> assertThat(warning).contains("is not set"));
  }

  @Test
  void addressesBehindReferencesNeedNotBeKnown() throws IOException {
    Files.writeString(
        file,
        SettingsText.MINIMAL
                .replace("https://acme.creatio.com", "${env:CREATIO_URL}")
                .replace("11111111-2222-3333-4444-555555555555", "${env:TENANT}")
            + "store: {url: '${secret:store}'}\n");

    assertThat(check().problems()).isEmpty();
    assertThat(check().warnings()).hasSize(6);
  }

  @Test
  void aSecretInTheFileStaysAProblem() throws IOException {
    Files.writeString(file, SettingsText.MINIMAL.replace("${env:D365_SECRET}", "hunter2"));

    assertThat(lines(check().problems()))
        .singleElement()
        .asString()
        .contains("connections.d365.clientSecret")
        .doesNotContain("hunter2");
  }

  @Test
  void findsEveryProblemInAllFilesAtOnce() throws IOException {
    Files.writeString(file, SettingsText.MINIMAL.replace("kind: sandbox", "kind: test"));
    mapping(
        "account-customer.yaml",
        "object: account-customer\neverywhere: {fields: {phon: {direction: both}}}\n");
    mapping("acount-customer.yaml", "object: account-customer\n");
    mapping("contact.yml", "object: contact\n");
    mapping("notes.txt", "not ours");

    assertThat(lines(check().problems()))
        .hasSize(4)
        .anySatisfy(p -> assertThat(p).contains("weft.yaml:3: environment.kind 'test'"))
        .anySatisfy(p -> assertThat(p).contains("account-customer.yaml:2:").contains("'phone'"))
        .anySatisfy(
            p ->
                assertThat(p)
                    .startsWith("mappings/acount-customer.yaml:1: is read by nobody")
                    .contains("Did you mean 'account-customer.yaml'"))
        .anySatisfy(
            p -> assertThat(p).startsWith("mappings/contact.yml:1").contains("contact.yaml"));
  }

  @Test
  void readsTheMappingOfAnObjectThatIsOff() throws IOException {
    Files.writeString(
        file, SettingsText.MINIMAL.replace("mode: write", "mode: write\n    enabled: false"));
    mapping("account-customer.yaml", "object: account-customer\nevrywhere: {}\n");

    OfflineCheck check = check();

    assertThat(lines(check.problems()))
        .anySatisfy(p -> assertThat(p).contains("mappings/account-customer.yaml:2: evrywhere"));
    assertThat(lines(check.warnings()))
        .anySatisfy(w -> assertThat(w).contains("is not used: account-customer is off"));
  }

  @Test
  void warnsOfChangesForALegalEntityThatIsNotThere() throws IOException {
    mapping(
        "account-customer.yaml",
        "object: account-customer\nlegalEntities: {demf: {policy: ask}}\n");

    OfflineCheck check = check();

    assertThat(check.problems()).isEmpty();
    assertThat(lines(check.warnings()))
        .anySatisfy(w -> assertThat(w).contains("changes fields for demf"));
  }

  @Test
  void refusesRulesThatContradict() throws IOException {
    Files.writeString(
        file,
        SettingsText.MINIMAL
            + "order: {warehouses: {usmf: {rules: [{to: A}, {when: {Number: x}, to: B}]}}}\n");

    assertThat(lines(check().problems()))
        .anySatisfy(p -> assertThat(p).contains("never applies").contains("says otherwise"));
  }
}
