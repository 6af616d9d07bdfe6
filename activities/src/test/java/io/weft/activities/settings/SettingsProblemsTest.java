package io.weft.activities.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsProblemsTest {
  @ParameterizedTest
  @MethodSource("replacements")
  void namesLineAndKeyOfEachProblem(String old, String now, String problem) {
    assertThat(SettingsText.minimal().replace(old, now).problems())
        .anySatisfy(p -> assertThat(p).startsWith("weft.yaml:").contains(problem));
  }

  static Stream<Arguments> replacements() {
    String creatioUrl = "https://acme.creatio.com";
    String secret = "    clientSecret: ${env:CREATIO_SECRET}\n";
    return Stream.of(
        Arguments.of("kind: sandbox", "kind: prod", "weft.yaml:3: environment.kind 'prod'"),
        Arguments.of(creatioUrl, "acme", "weft.yaml:6: connections.creatio.url 'acme'"),
        Arguments.of(creatioUrl, "ftp://acme", ":6: connections.creatio.url 'ftp://acme'"),
        Arguments.of(creatioUrl, "https://u:p@acme.com", ":6: connections.creatio.url"),
        Arguments.of("${env:D365_SECRET}", "${env:NOBODY}", ":13: connections.d365.clientSecret"),
        Arguments.of("name: acme-test", "nam: acme-test", ":2: environment.nam: is unknown"),
        Arguments.of("gateway:", "gatway:", "is unknown"),
        Arguments.of("tenantId: 11111111-", "tenantId: a/b-", ":11: connections.d365.tenantId"),
        Arguments.of("usmf:", "usmfx:", ":18: legalEntities.usmfx"),
        Arguments.of("mode: write", "mode: wrte", ":22: objects.account-customer.mode 'wrte'"),
        Arguments.of("mode: write", "mode: {ussi: write}", "not configured"),
        Arguments.of("mode: write", "pollInterval: soon", "objects.account-customer.pollInterval"),
        Arguments.of(
            "account-customer:", "account-custmer:", "objects.account-custmer: is unknown"),
        Arguments.of("account-customer:", "product:", ":21: objects.product: is not part of"),
        Arguments.of("mode: write", "enabled: false", "objects: switches nothing on"),
        Arguments.of("- apiKey: ${env:GATEWAY_KEY}", "- key: x", "gateway.auth[0]"),
        Arguments.of(secret, secret + "    horizon: 1m\n", "connections.creatio.horizon '1m'"),
        Arguments.of(
            secret, secret + "    customColumns: _\n", "connections.creatio.customColumns"),
        Arguments.of(
            secret, secret + "    integrationContactId: me\n", "integrationContactId 'me'"),
        Arguments.of(
            secret, secret + "    ceilings: {concurrency: 53}\n", "concurrency '53': is more"),
        Arguments.of(
            secret,
            secret + "    ceilings: {concurrency: 2, workers: 3}\n",
            "workers '3': is more than the ceilings allow"));
  }

  @ParameterizedTest
  @MethodSource("additions")
  void namesTheProblemOfAnAddition(String more, String problem) {
    assertThat(SettingsText.minimal().add(more).problems())
        .singleElement()
        .asString()
        .contains(problem);
  }

  static Stream<Arguments> additions() {
    return Stream.of(
        Arguments.of("store: {url: 'jdbc:h2:x'}", "store: names no database"),
        Arguments.of("store: {user: me}", "store: names a user, which a file has not"),
        Arguments.of("polling: {interval: 0s}", "polling.interval '0s': is too short"),
        Arguments.of("account: {onDeactivate: never}", "account.onDeactivate 'never'"),
        Arguments.of("account: {leadingLegalEntity: demf}", "not configured"),
        Arguments.of("account: {routing: {rules: [{to: demf}]}}", "leads to 'demf' (weft.yaml:"),
        Arguments.of("account: {routing: {otherwise: demf}}", "leads to 'demf' (otherwise)"),
        Arguments.of("account: {routing: {rules: [{when: {Nme: x}, to: usmf}]}}", "'Name'"),
        Arguments.of("account: {terms: {demf: []}}", "account.terms"),
        Arguments.of("account: {terms: {usmf: [{set: {Payment: x}}]}}", "PaymentTerms"),
        Arguments.of("account: {scope: {rules: [{take: maybe}]}}", "scope.rules[0].take 'maybe'"),
        Arguments.of("customer: {persons: out}", "customer.persons: is unknown"),
        Arguments.of("numbering: {customer: {demf: {prefix: X}}}", "not configured"),
        Arguments.of("numbering: {customer: {usmf: {first: 9, last: 8}}}", "ends before"),
        Arguments.of("numbering: {customer: {usmf: {digits: 3}}}", "does not fit its digits"),
        Arguments.of(
            "numbering: {customer: {usmf: {prefix: ABCDEFGHIJKLMNOP}}}", "that are too long"),
        Arguments.of("windows: sometimes", "windows 'sometimes': is neither a list of windows"),
        Arguments.of("windows: [{from: dusk, to: '06:00'}]", "windows[0].from 'dusk': is no time"),
        Arguments.of("windows: [{from: '20:00'}]", "windows[0].to: is missing"),
        Arguments.of("windows: [{from: '20:00', to: '25:00'}]", "windows[0].to '25:00'"),
        Arguments.of(
            "windows: [{days: [caturday], from: '1:00', to: '2:00'}]", "days[0] 'caturday'"),
        Arguments.of("windows: [{days: [], from: '1:00', to: '2:00'}]", "days: names no day"),
        Arguments.of(
            "windows: [{from: '1:00', to: '2:00', timeZone: Mars}]", "timeZone 'Mars': is no time"),
        Arguments.of(
            "windows: [{from: '1:00', to: '2:00', legalEntities: [demf]}]", "not configured"),
        Arguments.of(
            "windows: [{from: '1:00', to: '2:00', objects: [customers]}]", "'customers': is no ob"),
        Arguments.of("windows: [{from: '1:00', to: '2:00', untl: x}]", "windows[0].untl: is unkn"),
        Arguments.of("valueMaps: {terms: {usmf: {a: b}}}", "valueMaps.terms: is no field"),
        Arguments.of("valueMaps: {district: {demf: {a: b}}}", "not configured"));
  }

  @Test
  void neverShowsASecretThatWasWrittenIntoTheFile() {
    assertThat(SettingsText.minimal().replace("${env:D365_SECRET}", "hunter2").problems())
        .singleElement()
        .asString()
        .startsWith("weft.yaml:13: connections.d365.clientSecret")
        .contains("${env:NAME}")
        .doesNotContain("hunter2");
  }

  @Test
  void neverShowsTheStoreAddressOfTheEnvironment() {
    assertThat(SettingsText.minimal().storeUrl("jdbc:oracle:me/hunter2").problems())
        .singleElement()
        .asString()
        .contains("WEFT_DB_URL")
        .doesNotContain("hunter2");
  }

  @Test
  void reportsProblemsOfTheMappingFileToo() {
    String file = "mappings/account-customer.yaml";
    String text = "object: account-customer\neverywhere:\n  fields:\n    fone: {direction: both}\n";

    assertThat(SettingsText.minimal().file(file, text).problems())
        .singleElement()
        .asString()
        .startsWith(file + ":4:")
        .contains("phone");
  }

  @Test
  void refusesTwoLeadingLegalEntities() {
    String two = "currency: USD\n    leading: true\n  demf: {currency: EUR, leading: true}";

    assertThat(SettingsText.minimal().replace("currency: USD", two).problems())
        .singleElement()
        .asString()
        .contains("more than one leading");
  }

  @Test
  void readsPlainValuesBehindReferencesToo() {
    WeftSettings settings =
        SettingsText.minimal()
            .replace("https://acme.creatio.com", "${env:CREATIO_URL}")
            .variable("CREATIO_URL", "https://other.creatio.com/")
            .read();

    assertThat(settings.creatio().connection().url()).hasToString("https://other.creatio.com");
  }
}
