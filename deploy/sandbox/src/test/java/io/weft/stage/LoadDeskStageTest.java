package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.store.LinkState;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.desk.Question.Carry;
import io.weft.workflows.load.LoadChoices.Creation;
import io.weft.workflows.load.LoadCount;
import io.weft.workflows.load.LoadPhase;
import io.weft.workflows.load.LoadRow;
import io.weft.workflows.load.LoadSummary;
import io.weft.workflows.load.ReviewPair;
import io.weft.workflows.load.ReviewPair.Decided;
import io.weft.workflows.load.ReviewPair.Decision;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an admin is told of a load, and what he decides. */
final class LoadDeskStageTest {

  @TempDir Path directory;
  private ObjectStage stage;
  private LoadStage loads;
  private String near = "";

  @BeforeEach
  void start() {
    stage = ObjectStage.start(directory, settings -> settings);
    loads = new LoadStage(stage, 25);
    loads.account("Larch Mill Inc.", Map.of("UsrTaxNumber", "91-0000001"));
    loads.customer("US-L1", "Larch Mill, Inc", Map.of("TaxExemptNumber", "91-0000001"));
    near = loads.account("Mapel Works Inc.", Map.of("Phone", "+1 206 555 0100"));
    loads.customer("US-M1", "Maple Works LLC", Map.of("PrimaryContactPhone", "+1 206 555 0100"));
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  private void load(int number, LoadPhase... phases) {
    loads.open(number, false, LoadStage.choices(Creation.BOTH, null));
    loads.through(number, phases);
  }

  private void whole(int number) {
    load(number, LoadPhase.SCAN, LoadPhase.MATCH, LoadPhase.APPLY, LoadPhase.VERIFY);
    loads.close(number);
  }

  private LoadSummary summary(int number) {
    Answer answer = loads.desk().showLoad(new Question.LoadStatus(LoadStage.id(number)));
    return ((Answer.LoadStatus) answer).summary();
  }

  private List<LoadRow> report(int number) {
    List<LoadRow> rows = new ArrayList<>();
    @Nullable String after = null;
    do {
      Question.LoadReport question = new Question.LoadReport(LoadStage.id(number), after);
      Answer.LoadRows page = (Answer.LoadRows) loads.desk().reportLoad(question);
      rows.addAll(page.rows());
      after = page.next();
    } while (after != null);
    return rows;
  }

  @Test
  void theSummaryEndsInOneLineAndTheReportHasEveryRecord() {
    whole(1);

    LoadSummary summary = summary(1);
    assertThat(summary.conclusion()).isEqualTo("1 linked, 1 equal, 0 parked, 0 unexplained");
    assertThat(summary.count(LoadCount.DOUBTFUL)).isEqualTo(1);
    List<LoadRow> rows = report(1);
    assertThat(rows.stream().filter(row -> row.creatioKey() != null).count())
        .isEqualTo(summary.count(LoadCount.SCANNED_CREATIO));
    assertThat(rows.stream().filter(row -> row.d365Key() != null).count())
        .isEqualTo(summary.count(LoadCount.SCANNED_D365));
    assertThat(rows)
        .filteredOn(row -> near.equals(row.creatioKey()))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.creatioName()).isEqualTo("Mapel Works Inc.");
              assertThat(row.d365Name()).isEqualTo("Maple Works LLC");
              assertThat(row.outcome()).isEqualTo("for-review");
            });
  }

  @Test
  void anAcceptedPairIsLinkedByTheOpenLoadOnce() {
    load(1, LoadPhase.SCAN, LoadPhase.MATCH);
    ReviewPair pair = loads.reviews().get(0);
    Decided accept = new Decided(pair.id(), Decision.ACCEPT, near, "US-M1");

    assertThat(loads.decide(Carry.CHECK, accept).accepted()).isEqualTo(1);
    assertThat(loads.reviews()).hasSize(1);
    assertThat(loads.decide(Carry.OUT, accept).accepted()).isEqualTo(1);
    assertThat(loads.decide(Carry.OUT, accept).unchanged()).isEqualTo(1);
    loads.through(1, LoadPhase.APPLY, LoadPhase.VERIFY);
    loads.close(1);

    assertThat(stage.users().account(near).orElseThrow().path("UsrD365CustomerAccount").asText())
        .isEqualTo("US-M1");
    assertThat(summary(1).conclusion()).isEqualTo("2 linked, 2 equal, 0 parked, 0 unexplained");
  }

  @Test
  void aPairAcceptedAfterTheLoadIsLinkedByItsRun() {
    whole(1);
    ReviewPair pair = loads.reviews().get(0);

    loads.decide(Carry.OUT, new Decided(pair.id(), Decision.ACCEPT, null, null));
    stage.quiet();

    assertThat(stage.users().account(near).orElseThrow().path("UsrD365CustomerAccount").asText())
        .isEqualTo("US-M1");
  }

  @Test
  void aRejectedPairIsNotProposedAgain() {
    whole(1);
    loads.decide(Carry.OUT, new Decided(loads.reviews().get(0).id(), Decision.REJECT, null, null));

    load(2, LoadPhase.SCAN, LoadPhase.MATCH);

    assertThat(loads.reviews()).isEmpty();
    assertThat(summary(2).count(LoadCount.TO_CREATE_IN_D365)).isEqualTo(1);
  }

  @Test
  void nothingIsTakenOfDecisionsOfWhichOneIsWrong() {
    whole(1);
    Decided right = new Decided(loads.reviews().get(0).id(), Decision.ACCEPT, null, null);
    Decided slipped = new Decided(right.id(), Decision.ACCEPT, near, "US-L1");
    Decided unknown = new Decided("nobody", Decision.REJECT, null, null);

    Answer.ReviewsDecided decided = loads.decide(Carry.OUT, right, slipped, unknown);

    assertThat(decided.faults())
        .extracting(ReviewPair.Fault::field)
        .containsExactly("d365Key", "id");
    assertThat(loads.reviews()).hasSize(1);
  }

  @Test
  void anUndoneLinkPartsTheTwoAndTakesTheNumberOffTheAccount() {
    whole(1);
    String account =
        report(1).stream()
            .filter(row -> "US-L1".equals(row.d365Key()))
            .map(row -> String.valueOf(row.creatioKey()))
            .findFirst()
            .orElseThrow();
    PairId pair = new PairId(LoadStage.id(1).object(), LoadStage.id(1).legalEntity(), account);
    assertThat(stage.stores().links().find(pair).orElseThrow().state()).isEqualTo(LinkState.LIVE);

    Answer answer =
        loads
            .desk()
            .undoLink(new Question.UndoLink(pair.path(), Carry.OUT, "ann", "another company"));

    assertThat(answer).isInstanceOf(Answer.Done.class);
    assertThat(stage.stores().links().linksOf(RecordRef.creatio(pair.object(), account))).isEmpty();
    assertThat(stage.users().account(account).orElseThrow().path("UsrD365CustomerAccount").asText())
        .isEmpty();
    assertThat(stage.users().customer("usmf", "US-L1")).isPresent();
    assertThat(stage.stores().decisions().parted(pair, "US-L1")).isTrue();
  }
}
