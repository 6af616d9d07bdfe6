package io.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapCheckCommandTest {
  private static final String SETTINGS =
      """
      environment: {name: acme-test, kind: sandbox}
      connections:
        creatio: {url: 'https://acme.creatio.com', clientId: weft, clientSecret: '${env:C}'}
        d365:
          url: https://acme.operations.dynamics.com
          tenantId: 11111111-2222-3333-4444-555555555555
          clientId: aaaaaaaa-0000-0000-0000-000000000001
          clientSecret: ${env:D}
      gateway: {auth: [{apiKey: '${env:G}'}]}
      legalEntities: {usmf: {currency: USD}}
      objects: {account-customer: {mode: write}}
      """;

  @TempDir private Path directory;
  private Path file;

  /** Nobody connects for it. */
  private final Bench bench = Bench.open();

  @BeforeEach
  void settings() throws IOException {
    bench.forbidConnecting();
    file = directory.resolve("weft.yaml");
    Files.writeString(file, SETTINGS);
  }

  private Bench.Result check(String... more) {
    String[] all = new String[3 + more.length];
    all[0] = "map";
    all[1] = "check";
    all[2] = file.toString();
    System.arraycopy(more, 0, all, 3, more.length);
    return bench.run(all);
  }

  @Test
  void goodFilesPassWithoutTheirSecrets() {
    Bench.Result result = check();

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(result.out())
        .contains("warning  " + file + ":3", "the environment variable C is not set")
        .contains("0 problems and 3 warnings in " + file);
  }

  @Test
  void namesEveryProblemOfSettingsAndMappingsWithFileAndLine() throws IOException {
    Files.writeString(file, SETTINGS + "polling: {interval: soon}\n");
    Files.createDirectories(directory.resolve("mappings"));
    Files.writeString(directory.resolve("mappings/acount-customer.yaml"), "fields: {}\n");

    Bench.Result result = check();

    assertThat(result.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(result.out())
        .contains("PROBLEM  " + file + ":12")
        .contains("PROBLEM  mappings/acount-customer.yaml:1", "read by nobody")
        .contains("account-customer.yaml");
  }

  @Test
  void jsonHasFileAndLineOfEach() throws IOException {
    Files.writeString(file, SETTINGS.replace("USD", "Dollar"));

    JsonNode json = check("-o", "json").json();

    assertThat(json.get("problems").asInt()).isEqualTo(1);
    assertThat(json.get("warnings").asInt()).isEqualTo(3);
    JsonNode first = json.get("findings").get(0);
    assertThat(first.get("level").asText()).isEqualTo("PROBLEM");
    assertThat(first.get("file").asText()).isEqualTo(file.toString());
    assertThat(first.get("line").asInt()).isEqualTo(10);
    assertThat(first.get("remedy").asText()).isNotEmpty();
  }
}
