package io.weft.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weft.activities.object.Mode;
import io.weft.activities.settings.WeftSettings;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootstrapTest {
  @TempDir Path directory;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private String example;

  @BeforeEach
  void copyTheExample() throws IOException {
    try (InputStream in = Bootstrap.class.getResourceAsStream("/weft.example.yaml")) {
      example = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    write(example);
    environment.put("WEFT_CONFIG", directory.resolve("weft.yaml").toString());
    environment.put("CREATIO_CLIENT_SECRET", "a");
    environment.put("D365_CLIENT_SECRET", "b");
    environment.put("WEFT_GATEWAY_KEY", "c");
    environment.put("PATH", "/bin");
  }

  @Test
  void readsTheExampleWithoutAProblem() throws Exception {
    Bootstrap bootstrap = Bootstrap.read(environment);

    WeftSettings settings = bootstrap.settings();
    assertThat(settings.objects().mode(SyncObjectName.ACCOUNT_CUSTOMER, new LegalEntity("usmf")))
        .isEqualTo(Mode.OBSERVE);
    assertThat(bootstrap.warnings()).isEmpty();
    assertThat(bootstrap.acceptEnvironment()).isEmpty();
  }

  @Test
  void readsTheExampleWithEverythingSwitchedOnToo() throws Exception {
    environment.put("WEFT_GATEWAY_PASSWORD", "d");
    environment.put("WEFT_SECRETS_DIR", directory.toString());
    Files.writeString(
        directory.resolve("webhook-secret"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
    Files.writeString(directory.resolve("weft-db"), "e");
    write(everything());

    WeftSettings settings = Bootstrap.read(environment).settings();

    assertThat(settings.gateway().auth()).hasSize(3);
    assertThat(settings.legalEntities().ids()).hasSize(2);
    assertThat(settings.store().jdbcUrl().reveal()).endsWith("user=weft&password=e");
    assertThat(settings.account().rules().routing().table().rows()).hasSize(2);
    assertThat(settings.d365().connection().dataverseUrl()).isNotNull();
  }

  /** The example with its comment signs taken away, but for prose and what cannot stand twice. */
  private String everything() {
    Pattern setting = Pattern.compile("^( *)# ( *(- )?\\{?['\"A-Za-z0-9 ]+:( .*)?)$");
    StringBuilder text = new StringBuilder();
    for (String line : example.split("\n")) {
      var commented = setting.matcher(line);
      boolean setHere = line.contains("<tenantId>") || line.contains("others: observe");
      boolean prose =
          line.startsWith("# Weft's")
              || line.startsWith("# Secrets")
              || line.contains("legal entity:");
      text.append(
              commented.matches() && !setHere && !prose
                  ? commented.group(1) + commented.group(2)
                  : line)
          .append('\n');
    }
    return text.toString()
        .replace("    url: jdbc:sqlite:weft.db", "    url: x")
        .replace("url: jdbc:sqlite:weft.db", "url: jdbc:postgresql://host/weft #");
  }

  @Test
  void namesEveryProblemOfVariablesAndFile() throws Exception {
    write(example.replace("kind: sandbox", "kind: toy").replace("USD", "Dollar"));
    environment.put("WEFT_CONFG", "x");
    environment.put("WEFT_LOG", "xml");
    environment.remove("D365_CLIENT_SECRET");

    assertThat(problems())
        .anySatisfy(p -> assertThat(p).startsWith("WEFT_CONFG: is no variable that Weft knows"))
        .anySatisfy(p -> assertThat(p).startsWith("WEFT_LOG 'xml'"))
        .anySatisfy(p -> assertThat(p).contains(":10: environment.kind 'toy'"))
        .anySatisfy(p -> assertThat(p).contains("legalEntities.usmf.currency 'Dollar'"))
        .anySatisfy(p -> assertThat(p).contains("D365_CLIENT_SECRET is not set"))
        .hasSize(5);
  }

  @Test
  void takesAVariableOfOurPrefixThatTheFileRefersTo() throws Exception {
    environment.put("WEFT_GATEWAY_KEY", "other");

    assertThat(Bootstrap.read(environment).settings().gateway().auth()).hasSize(1);
  }

  @Test
  void saysWhereItLookedForAMissingFile() {
    environment.put("WEFT_CONFIG", directory.resolve("none.yaml").toString());

    assertThat(problems()).anySatisfy(p -> assertThat(p).contains("none.yaml: cannot be read"));
  }

  @Test
  void findsTheMappingBesideTheFile() throws Exception {
    Files.createDirectory(directory.resolve("mappings"));
    Files.writeString(
        directory.resolve("mappings/account-customer.yaml"),
        "object: account-customer\neverywhere:\n  fields:\n    fone: {direction: both}\n");

    assertThat(problems()).singleElement().asString().contains("account-customer.yaml:4:");
  }

  @Test
  void letsTheVariableNameTheStore() throws Exception {
    environment.put("WEFT_DB_URL", "jdbc:postgresql://db/weft");

    assertThat(Bootstrap.read(environment).settings().store().url())
        .isEqualTo("jdbc:postgresql://db/weft");
  }

  private List<String> problems() {
    return catchThrowableOfType(Bootstrap.Refused.class, () -> Bootstrap.read(environment))
        .problems();
  }

  private void write(String text) throws IOException {
    Files.writeString(directory.resolve("weft.yaml"), text);
  }
}
