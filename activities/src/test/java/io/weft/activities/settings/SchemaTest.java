package io.weft.activities.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.weft.activities.mapping.MappingFile;
import io.weft.activities.mapping.Mappings;
import io.weft.activities.yaml.ConfigErrors;
import io.weft.workflows.record.SyncObjectName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schemas say what the readers do: neither knows a key that the other does not. */
class SchemaTest {
  private static final String COMPLETE = resource("/settings/complete.yaml");
  private static final String CHANGES = resource("/settings/complete-mapping.yaml");
  private static final String FILE = "mappings/account-customer.yaml";

  private static String resource(String path) {
    try (InputStream in = SchemaTest.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(path, e);
    }
  }

  private static JsonNode json(String name) {
    try {
      return new ObjectMapper().readTree(resource("/schema/" + name + ".schema.json"));
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }

  private static List<String> complaints(JsonNode schema, JsonNode document) {
    Schema compiled =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
    return compiled.validate(document).stream().map(Object::toString).toList();
  }

  /** The schema of a whole mapping as it ships, which a definition holds. */
  private static JsonNode shippedSchema() {
    ObjectNode schema = json("mapping").deepCopy();
    schema.setAll((ObjectNode) schema.get("$defs").get("shipped").deepCopy());
    return schema;
  }

  private static List<ConfigErrors.Entry> settings(String text, String mapping) {
    ConfigErrors errors = new ConfigErrors();
    WeftSettings.read(new SettingsText(text).file(FILE, mapping).source(), errors);
    return errors.entries();
  }

  private static List<ConfigErrors.Entry> mapping(String text) {
    ConfigErrors errors = new ConfigErrors();
    MappingFile.read("mapping.yaml", text, errors);
    return errors.entries();
  }

  @Test
  void theCompleteFilesAreTakenByReadersAndSchemas() {
    assertThat(settings(COMPLETE, CHANGES)).isEmpty();
    assertThat(complaints(json("weft"), YamlTree.of(COMPLETE))).isEmpty();
    assertThat(complaints(json("mapping"), YamlTree.of(CHANGES))).isEmpty();
  }

  @Test
  void theExampleAndTheLeastFileAreTaken() throws IOException {
    Path example = Path.of("../worker/src/main/resources/weft.example.yaml");

    assertThat(complaints(json("weft"), YamlTree.of(Files.readString(example)))).isEmpty();
    assertThat(complaints(json("weft"), YamlTree.of(SettingsText.MINIMAL))).isEmpty();
  }

  @Test
  void whatShipsIsTaken() {
    Arrays.stream(SyncObjectName.values())
        .filter(Mappings::ships)
        .map(object -> resource("/mappings/" + object.slug() + ".yaml"))
        .forEach(
            text -> {
              assertThat(mapping(text)).isEmpty();
              assertThat(complaints(shippedSchema(), YamlTree.of(text))).isEmpty();
            });
  }

  @Test
  void schemaAndReadersKnowTheSameSettings() {
    SchemaWalk walk = new SchemaWalk(json("weft"), text -> settings(text, CHANGES));
    walk.compare(YamlTree.of(COMPLETE));

    assertThat(walk.differences()).isEmpty();
    assertThat(walk.notVisited("")).isEmpty();
  }

  @Test
  void schemaAndReadersKnowTheSameKeysOfMappings() {
    Function<String, List<ConfigErrors.Entry>> changes = text -> settings(COMPLETE, text);
    SchemaWalk walk = new SchemaWalk(json("mapping"), changes);
    walk.compare(YamlTree.of(CHANGES));

    assertThat(walk.differences()).isEmpty();
    assertThat(walk.notVisited("/$defs/shipped")).isEmpty();
  }

  @Test
  void schemaAndReadersKnowTheSameKeysOfShippedMappings() {
    SchemaWalk walk = new SchemaWalk(shippedSchema(), SchemaTest::mapping);
    walk.compare(YamlTree.of(resource("/" + FILE)));

    assertThat(walk.differences()).isEmpty();
  }

  @Test
  void theObjectsAreTheOnesThereAre() {
    Set<String> slugs = new TreeSet<>();
    Stream.of(SyncObjectName.values()).forEach(object -> slugs.add(object.slug()));
    Set<String> named = new TreeSet<>();
    json("mapping").at("/properties/object/enum").forEach(slug -> named.add(slug.asText()));

    assertThat(named).isEqualTo(slugs);
  }

  @ParameterizedTest
  @ValueSource(strings = {"weft", "mapping"})
  void everyKeyIsDescribed(String name) {
    assertThat(SchemaWalk.undescribed(json(name))).isEmpty();
  }

  /** What the readers refuse, an editor marks too. */
  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakesAreFoundByBoth(String right, String wrong) {
    assertThat(COMPLETE).contains(right);
    String text = COMPLETE.replace(right, wrong);

    assertThat(settings(text, CHANGES)).isNotEmpty();
    assertThat(complaints(json("weft"), YamlTree.of(text))).isNotEmpty();
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("kind: sandbox", "kind: test"),
        Arguments.of("gateway:", "gatewy:"),
        Arguments.of("clientSecret: ${env:D365_SECRET}", "clientSecret: hunter2"),
        Arguments.of("usmf: {name: Contoso US", "usmfx: {name: Contoso US"),
        Arguments.of("currency: EUR", "currency: euro"),
        Arguments.of("mode: {usmf: write, others: observe}", "mode: {usmf: wrte}"),
        Arguments.of("pollInterval: 30s", "pollInterval: soon"),
        Arguments.of("take: in", "take: maybe"),
        Arguments.of("accounts: ask", "accounts: move"),
        Arguments.of("confirmed: [c8742634-", "confirmed: [c874-"),
        Arguments.of("pricing: {usmf: erp, others: crm}", "pricing: {usmf: free}"),
        Arguments.of("tolerance: {total: 0.05, tax: 1}", "tolerance: {total: -1}"),
        Arguments.of("pricesIncludeTax: {usmf: no}", "pricesIncludeTax: perhaps"),
        Arguments.of("linesWithoutItem: {category: Services}", "linesWithoutItem: drop"),
        Arguments.of("customersReference: CustomerRequisitionNumber", "customersReference: Mine"),
        Arguments.of("to: 31}", "two: 31}"),
        Arguments.of("soldBy: usmf, ", ""),
        Arguments.of("others: pass", "others: keep"),
        Arguments.of("digits: 8", "digits: eight"),
        Arguments.of("days: sunday", "days: caturday"),
        Arguments.of("to: \"06:00\"", "to: dawn"),
        Arguments.of("from: \"20:00\", ", ""),
        Arguments.of("port: 0", "port: 70000"));
  }

  @ParameterizedTest
  @MethodSource("mappingMistakes")
  void mistakesInMappingsAreFoundByBoth(String right, String wrong) {
    assertThat(CHANGES).contains(right);
    String text = CHANGES.replace(right, wrong);

    assertThat(settings(COMPLETE, text)).isNotEmpty();
    assertThat(complaints(json("mapping"), YamlTree.of(text))).isNotEmpty();
  }

  static Stream<Arguments> mappingMistakes() {
    return Stream.of(
        Arguments.of("object: account-customer", "object: account"),
        Arguments.of("drift: keep", "drift: away"),
        Arguments.of("transform: [trim, squeeze]", "transform: [trm]"),
        Arguments.of("form: as-is", "form: iso"),
        Arguments.of("max: 255", "max: 0"),
        Arguments.of("onMissingCode: leave", "onMisingCode: leave"),
        Arguments.of("legalEntities:", "legalEntites:"));
  }

  @Test
  void theSchemasShipAsTheyArePublished() throws IOException {
    for (String name : List.of("weft", "mapping")) {
      Path published = Path.of("../docs/schema/" + name + ".schema.json");

      assertThat(Optional.of(Files.readString(published)))
          .contains(resource("/schema/" + name + ".schema.json"));
    }
  }
}
