package io.weft.cli.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.cli.Bench;
import io.weft.cli.ExitCodes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchCommandsTest {
  @TempDir private Path directory;

  /** Nobody connects for it. */
  private final Bench bench = Bench.open();

  @BeforeEach
  void offline() {
    bench.forbidConnecting();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Bench.Result evaluate(String text, String... more) throws IOException {
    Path file = directory.resolve("pairs.csv");
    Files.writeString(file, text);
    return run(file, more);
  }

  private Bench.Result run(Path file, String... more) {
    String[] all = new String[3 + more.length];
    all[0] = "match";
    all[1] = "evaluate";
    all[2] = file.toString();
    System.arraycopy(more, 0, all, 3, more.length);
    return bench.run(all);
  }

  @Test
  void countsWhatCameOutRight() throws IOException {
    JsonNode json =
        evaluate(
                """
                left_name,right_name,left_city,right_city,left_country,right_country,label
                Acme GmbH,ACME,Ulm,Ulm,DEU,DEU,same
                Acme GmbH,Acme AG,Ulm,Ulm,DEU,DEU,same
                Acme,Zenith,Ulm,Ulm,DEU,DEU,same
                Fabrikam,Fabrikam,Bonn,Bonn,DEU,DEU,different
                Contoso,Northwind,Bonn,Bonn,DEU,DEU,different
                """,
                "-o",
                "json")
            .json();

    assertThat(json.get("precision").asDouble()).isEqualTo(0.5);
    assertThat(json.get("recallAutomatic").asDouble()).isEqualTo(1 / 3.0);
    assertThat(json.get("recall").asDouble()).isEqualTo(2 / 3.0);
    assertThat(json.get("same").toString())
        .isEqualTo("{\"pairs\":3,\"linked\":1,\"review\":1,\"apart\":1}");
    assertThat(json.get("mistakes").findValuesAsText("outcome")).containsExactly("linked", "apart");
    assertThat(json.get("mistakes").findValuesAsText("line")).containsExactly("5", "4");
    assertThat(json.get("mistakes").get(0).get("evidence").asText()).contains("the city 'Bonn'");
  }

  @Test
  void rowsOfOneIdCompete() throws IOException {
    JsonNode json =
        evaluate(
                """
                left_id;left_name;right_id;right_name;left_city;right_city;left_country;right_country;label
                a;Acme;C1;Acme;Ulm;Ulm;DE;Germany;same
                a;Acme;C2;Acme;Ulm;Ulm;DE;Germany;different
                """,
                "-o",
                "json")
            .json();

    assertThat(json.get("same").get("review").asInt()).isEqualTo(1);
    assertThat(json.get("different").get("review").asInt()).isEqualTo(1);
    assertThat(json.get("precision").isNull()).isTrue();
  }

  @Test
  void allBadRowsAreNamedBeforeAnythingIsJudged() throws IOException {
    Bench.Result result =
        evaluate(
            """
            left_name,right_name,left_fone,label
            Acme,"Acme
            Works",,maybe
            Acme,,1,same
            Acme,Zenith
            Acme,Acme,1,
            """);

    assertThat(result.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(result.out())
        .contains("   1  left_fone: there is no such column.")
        .contains("   2  label 'maybe': it is neither of both words.")
        .contains("   4  right_name: nothing is known about this record.")
        .contains("   5  the row has 2 columns of at least 4.")
        .contains("   6  label: nobody says what it is.")
        .contains("Write same or different.", "nothing was judged")
        .doesNotContain("precision");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "left_name,label | right_name: the column is missing",
        "left_name,right_name,label,label | label: the column is there twice",
        "left_name,right_name,label | there is no pair",
        "'' | left_name: the column is missing",
      })
  void aHeaderThatDoesNotDoIsExplained(String header, String expected) throws IOException {
    Bench.Result result = evaluate(header + "\n");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(result.out()).contains(expected);
  }

  @Test
  void anOpenQuotationMarkIsExplained() throws IOException {
    Bench.Result result = evaluate("left_name,right_name,label\nAcme,\"Acme,same\n");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(result.out()).contains("a quotation mark is not closed");
  }

  @Test
  void aFileInAnotherEncodingIsRefused() throws IOException {
    Path file = directory.resolve("latin1.csv");
    Files.write(
        file, "left_name,right_name,label\nMüller,M,same\n".getBytes(StandardCharsets.ISO_8859_1));

    Bench.Result result = run(file);

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains("is not UTF-8: save it as CSV UTF-8");
  }

  @Test
  void aFileThatIsNotThereIsAUsageError() {
    Bench.Result result = run(directory.resolve("nothing.csv"));

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains("weft match sample");
  }

  /** Other companies than those that matching was tuned by. */
  @Test
  void aSampleIsWrittenAlikeForASeedAndIsRecognised() throws IOException {
    Path one = directory.resolve("one.csv");
    Path other = directory.resolve("other.csv");
    sample(one);
    sample(other);

    JsonNode json = run(one, "-o", "json").json();

    assertThat(Files.readString(other)).isEqualTo(Files.readString(one));
    assertThat(json.get("same").get("pairs").asInt()).isEqualTo(2500);
    assertThat(json.get("different").get("pairs").asInt()).isEqualTo(2500);
    assertThat(json.get("precision").asDouble()).isGreaterThanOrEqualTo(0.999);
    assertThat(json.get("recall").asDouble()).isGreaterThanOrEqualTo(0.98);
    assertThat(json.get("recallAutomatic").asDouble()).isGreaterThan(0.8);
  }

  private void sample(Path file) {
    Bench.Result result =
        bench.run("match", "sample", "--out", file.toString(), "--pairs", "5000", "--seed", "4242");
    assertThat(result.exitCode()).isEqualTo(ExitCodes.DONE);
  }

  @Test
  void aSampleOverwritesNothing() throws IOException {
    Path file = directory.resolve("mine.csv");
    Files.writeString(file, "mine");

    Bench.Result result = bench.run("match", "sample", "--out", file.toString());

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains("is there already");
    assertThat(Files.readString(file)).isEqualTo("mine");
  }
}
