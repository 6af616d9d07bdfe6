package io.weft.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.cli.Bench;
import io.weft.cli.ExitCodes;
import io.weft.workflows.desk.Question;
import io.weft.workflows.desk.Question.Carry;
import io.weft.workflows.load.ReviewPair.Decided;
import io.weft.workflows.load.ReviewPair.Decision;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewCommandsTest {
  @TempDir Path folder;
  private final Bench bench = Bench.open();

  @BeforeEach
  void pairs() {
    bench.loads.pair("p1", "tax-number");
    bench.loads.pair("p2", "name");
    bench.loads.pair("p3", "tax-number");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void pairsAreListedWithWhatSpeaksForAndAgainstThem() {
    Bench.Result result = review("list");

    assertThat(result.out())
        .contains("p1   0.80  tax-number  Acme p1 (c-p1)  ACME, p1 (US-p1)  name    another city")
        .contains("p3");
    assertThat(review("list", "--evidence", "name", "-o", "json").json().at("/pairs")).hasSize(1);
  }

  @Test
  void pairsAreDecidedById() {
    Bench.Result result = review("accept", "p1", "--reason", "same", "--who", "bob");

    assertThat(result.out()).contains("1 accepted, 0 rejected, 0 decided so before.");
    assertThat(taken()).containsExactly(new Decided("p1", Decision.ACCEPT, null, null));
  }

  @Test
  void allOfOneKindAreDecidedAfterAQuestion() {
    bench.type("no", "y");

    assertThat(review("reject", "--evidence", "tax-number", "--reason", "r").err())
        .contains("Accept 0 and reject 2 pairs?")
        .contains("Nothing was done.");
    assertThat(taken()).isEmpty();

    review("reject", "--evidence", "tax-number", "--reason", "r");
    assertThat(taken()).extracting(Decided::id).containsExactly("p1", "p3");
  }

  @Test
  void anUnknownIdIsToldAndNothingIsApplied() {
    Bench.Result result = review("accept", "p1", "nope", "--reason", "r", "--yes");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(result.out()).contains("id 'nope': is not known. List them again.");
    assertThat(result.err()).contains("1 mistake. Nothing was applied.");
    assertThat(taken()).isEmpty();
  }

  @Test
  void aFileGoesOutAndComesBack() throws IOException {
    Path file = folder.resolve("review.csv");
    assertThat(review("list", "--out", file.toString()).err()).contains("review decide account-cu");
    String text =
        Files.readString(file).replace("p1,,", "p1,accept,").replace("p2,,", "p2,Reject,");
    Files.writeString(file, text);

    Bench.Result result = review("decide", "--from", file.toString(), "--reason", "r", "--yes");

    assertThat(result.out()).contains("1 accepted, 1 rejected, 0 decided so before.");
    assertThat(taken())
        .containsExactly(
            new Decided("p1", Decision.ACCEPT, "c-p1", "US-p1"),
            new Decided("p2", Decision.REJECT, "c-p2", "US-p2"));
  }

  @Test
  void aSpreadsheetsSemicolonsItsMarkAndItsOrderOfColumnsAreTaken() throws IOException {
    Path file =
        file("\ufeffDecision;D365Key;Id;notes\r\naccept;'-1;p1;\"a;b\r\nc\"\r\n;;p2;\r\n;;;\r\n");

    review("decide", "--from", file.toString(), "--reason", "r", "--yes");

    assertThat(taken()).containsExactly(new Decided("p1", Decision.ACCEPT, null, "-1"));
  }

  @Test
  void acceptTakesOnlyTheLinesThatSaySo() throws IOException {
    Path file = file("id,decision\np1,accept\np2,reject\n");

    Bench.Result result = review("accept", "--from", file.toString(), "--reason", "r");

    assertThat(result.err()).contains("1 line with the other decision left out.");
    assertThat(taken()).extracting(Decided::id).containsExactly("p1");
  }

  @Test
  void everyWrongRowIsToldByItsLineAndNothingIsApplied() throws IOException {
    Path file =
        file(
            """
            id,decision,creatioKey,d365Key
            p1,accept,c-1,US-1
            p2,maybe,c-2,US-2

            ,accept,c-3,US-3
            p1,reject,c-1,US-1
            p3,accept,c-1,US-9
            p9,accept,c-9,US-8
            """);

    Bench.Result result = review("decide", "--from", file.toString(), "--reason", "r", "--yes");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(result.out().lines())
        .containsExactly(
            "line 3, decision 'maybe': is no decision. Write accept or reject, or nothing.",
            "line 5, id '': is missing. Copy it from weft load review list.",
            "line 6, id 'p1': stands on line 2 too. Keep one of the two lines.",
            "line 7, creatioKey 'c-1': is accepted on line 2 with another partner. Reject one of"
                + " the two.",
            "line 8, id 'p9': is not known. List them again.");
    assertThat(result.err()).contains("5 mistakes. Nothing was applied.");
    assertThat(taken()).isEmpty();
  }

  @Test
  void whatTheWorkerFindsWrongIsToldByTheLineOfTheFile() throws IOException {
    Path file = file("id,decision\np1,accept\np9,accept\n");

    Bench.Result result =
        review("decide", "--from", file.toString(), "--reason", "r", "--yes", "-o", "json");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(result.json().at("/result/faults/0/line").asInt()).isEqualTo(3);
    assertThat(taken()).isEmpty();
  }

  @Test
  void eachVerbSaysInItsHelpWhatItDoes() {
    assertThat(bench.run("load", "review", "accept", "--help").out()).contains("Links the pairs");
    assertThat(bench.run("load", "review", "reject", "--help").out()).contains("Keeps the pairs");
    assertThat(bench.run("load", "review", "decide", "--help").out()).contains("of a file");
  }

  @Test
  void aDryRunOnlyChecks() throws IOException {
    Path file = file("id\tdecision\np1\taccept\n");

    Bench.Result result = review("decide", "--from", file.toString(), "--dry-run");

    assertThat(result.out()).contains("It would be: 1 accepted");
    assertThat(taken()).isEmpty();
  }

  @Test
  void manyDecisionsAreCheckedBeforeTheFirstIsTaken() throws IOException {
    StringBuilder text = new StringBuilder("id,decision\n");
    for (int n = 0; n < 600; n++) {
      bench.loads.pair("m" + n, "name");
      text.append("m").append(n).append(",reject\n");
    }

    review("decide", "--from", file(text.toString()).toString(), "--reason", "r", "--yes");

    List<Carry> order =
        bench.loads.asked().stream()
            .filter(Question.DecideReviews.class::isInstance)
            .map(question -> ((Question.DecideReviews) question).carry())
            .toList();
    assertThat(order)
        .containsExactly(Carry.CHECK, Carry.CHECK, Carry.CHECK, Carry.OUT, Carry.OUT, Carry.OUT);
    assertThat(taken()).hasSize(600);
  }

  @Test
  void aFileThatIsNoListOfDecisionsIsRefusedWithAReason() throws IOException {
    Path latin = folder.resolve("latin.csv");
    Files.writeString(latin, "id,decision\nü,accept\n", Charset.forName("ISO-8859-1"));

    assertThat(decide(latin).err()).contains("it is not UTF-8; save it as 'CSV UTF-8'");
    assertThat(decide(file("name,decision\n")).err()).contains("it has no column 'id'");
    assertThat(decide(file("")).err()).contains("it has no column 'id'");
    assertThat(decide(file("id,decision\n\"p1,accept\n")).err())
        .contains("is no list of decisions");
    assertThat(decide(folder.resolve("nowhere.csv")).err())
        .contains("is not there or cannot be re");
    assertThat(decide(file("id,decision\n")).exitCode()).isEqualTo(ExitCodes.NO_MATCH);
  }

  private Bench.Result decide(Path file) {
    return review("decide", "--from", file.toString(), "--reason", "r", "--yes");
  }

  private Path file(String text) throws IOException {
    Path file = folder.resolve("decisions.csv");
    Files.writeString(file, text, StandardCharsets.UTF_8);
    return file;
  }

  private Bench.Result review(String verb, String... more) {
    List<String> all =
        new ArrayList<>(List.of("load", "review", verb, "account", "--legal-entity", "usmf"));
    all.addAll(Arrays.asList(more));
    return bench.run(all.toArray(String[]::new));
  }

  /** The decisions that were carried out. */
  private List<Decided> taken() {
    return bench.loads.asked().stream()
        .filter(Question.DecideReviews.class::isInstance)
        .map(Question.DecideReviews.class::cast)
        .filter(question -> question.carry() == Carry.OUT)
        .flatMap(question -> question.decisions().stream())
        .toList();
  }
}
