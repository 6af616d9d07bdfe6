package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.activities.load.LoadRefused;
import io.weft.activities.store.Holder;
import io.weft.activities.store.LoadPair;
import io.weft.activities.store.LoadPair.Kind;
import io.weft.activities.store.LoadPair.Outcome;
import io.weft.activities.store.LoadPair.State;
import io.weft.workflows.load.LoadChoices.Creation;
import io.weft.workflows.load.LoadPhase;
import io.weft.workflows.record.PairId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A load of accounts and customers against the sandbox, with the rooms of the product. */
final class LoadStageTest {
  private static final String ANA = "Ana Ruiz";
  private static final int BATCH = 25;

  @TempDir Path directory;
  private ObjectStage stage;
  private LoadStage loads;

  @BeforeEach
  void start() {
    stage = ObjectStage.start(directory, settings -> settings);
    loads = new LoadStage(stage, BATCH);
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  private static Map<String, String> tax(int number) {
    return Map.of("UsrTaxNumber", "91-%07d".formatted(number));
  }

  private static Map<String, String> taxD365(int number) {
    return Map.of("TaxExemptNumber", "91-%07d".formatted(number));
  }

  private LoadPair pair(int load, String creatioKey) {
    return loads.pairs(load).stream()
        .filter(pair -> creatioKey.equals(pair.creatioKey()))
        .findFirst()
        .orElseThrow();
  }

  private List<JsonNode> written(long since) {
    List<JsonNode> entries = new ArrayList<>();
    stage.control().get("journal?after=" + since).path("entries").forEach(entries::add);
    entries.removeIf(
        entry -> entry.path("client").asText().equals("server")); // its own book-keeping
    return entries;
  }

  @Test
  void linksWhatIsThereTwiceAndMakesWhatIsThereOnce() {
    String both = loads.account("Larch Mill Inc.", tax(1));
    loads.customer("US-L1", "Larch Mill, Inc", taxD365(1));
    String onlyHere = loads.account("Quiet Oaks Inc.", tax(2));
    loads.customer("US-L3", "Silent Elms LLC", taxD365(3));

    loads.whole(1, Creation.BOTH);

    assertThat(pair(1, both).outcome()).isIn(Outcome.WRITTEN, Outcome.EQUAL);
    assertThat(pair(1, onlyHere).outcome()).isEqualTo(Outcome.MADE_IN_D365);
    JsonNode account = stage.users().account(both).orElseThrow();
    assertThat(account.path("UsrD365CustomerAccount").asText()).isEqualTo("US-L1");
    assertThat(stage.users().inCreatio("Account", "Name", "Silent Elms LLC")).hasSize(1);
    assertThat(stage.users().customers("OrganizationName", "Quiet Oaks Inc.")).hasSize(1);
    assertThat(loads.counts(1)).doesNotContainKey("verified/unexplained");
    assertThat(loads.counts(1).get("verified/equal"))
        .isEqualTo(loads.counts(1).get("verified/linked"));
  }

  /** It is wanted for the progress bar only; a large system may never find the time for it. */
  @Test
  void aCountThatIsNotAnsweredIsDoneWithout() {
    String account = loads.account("Quiet Oaks Inc.", tax(2));
    loads.open(1, false, LoadStage.choices(Creation.TO_D365, null));
    stage
        .control()
        .post(
            "faults",
            Map.of("name", "drop-answer", "system", "creatio", "method", "GET", "set", "Account"));

    loads.through(1, LoadPhase.SCAN, LoadPhase.MATCH, LoadPhase.APPLY);

    assertThat(stage.control().get("state").at("/faults/fired/drop-answer").asInt()).isEqualTo(1);
    assertThat(loads.counts(1)).containsEntry("total/creatio", 0L);
    assertThat(pair(1, account).outcome()).isEqualTo(Outcome.MADE_IN_D365);
  }

  @Test
  void everyScannedRecordIsAccountedFor() {
    stage
        .control()
        .post("seed", Map.of("accounts", 120, "customers", 120, "overlap", 0.5, "variants", 0.3));

    loads.whole(1, Creation.BOTH);

    Map<String, Long> counts = loads.counts(1);
    for (String side : List.of("creatio", "d365")) {
      long scanned = LoadStage.sum(counts, "sifted/" + side + "/");
      assertThat(LoadStage.sum(counts, "record/" + side + "/")).as("%s", counts).isEqualTo(scanned);
      assertThat(counts).doesNotContainKey("record/" + side + "/SCANNED");
    }
    assertThat(loads.pairs(1)).extracting(LoadPair::state).doesNotContain(State.TODO, State.LATER);
    assertThat(LoadStage.sum(counts, "outcome/"))
        .isEqualTo(loads.pairs(1).stream().filter(p -> p.state() == State.DONE).count());
  }

  @Test
  void aSecondLoadFindsEverythingLinkedAndWritesNothing() {
    loads.account("Larch Mill Inc.", tax(1));
    loads.customer("US-L1", "Larch Mill, Inc", taxD365(1));
    loads.whole(1, Creation.BOTH);
    long journal = stage.control().get("state").path("journal").asLong();

    loads.whole(2, Creation.BOTH);

    assertThat(written(journal)).isEmpty();
    assertThat(loads.pairs(2)).extracting(LoadPair::kind).containsOnly(Kind.LINKED);
    assertThat(loads.pairs(2)).extracting(LoadPair::outcome).containsOnly(Outcome.EQUAL);
  }

  @Test
  void duplicatesAndDoubtsAreLeftToAPerson() {
    String one = loads.account("Twin Pines Inc.", tax(1));
    String other = loads.account("Twin Pines Inc", tax(1));
    String near = loads.account("Mapel Works Inc.", Map.of("Phone", "+1 206 555 0100"));
    loads.customer("US-M1", "Maple Works LLC", Map.of("PrimaryContactPhone", "+1 206 555 0100"));

    loads.whole(1, Creation.BOTH);

    assertThat(pair(1, one).kind()).isEqualTo(Kind.DUPLICATE);
    assertThat(pair(1, other).state()).isEqualTo(State.LEFT);
    assertThat(pair(1, near).state()).isEqualTo(State.REVIEW);
    assertThat(stage.users().customers("OrganizationName", "Twin Pines Inc.")).isEmpty();
    assertThat(stage.users().customers("OrganizationName", "Mapel Works Inc.")).isEmpty();
  }

  @Test
  void aNamesakeIsShownOnlyWhileNeitherHasAPartnerForSure() {
    Map<String, String> site = Map.of("Web", "www.birchyard.com");
    String pair = loads.account("Birch Yard Inc.", tax(1));
    loads.customer(
        "US-B1",
        "Birch Yard Inc",
        Map.of(
            "TaxExemptNumber",
            tax(1).get("UsrTaxNumber"),
            "PrimaryContactURL",
            "www.birchyard.com"));
    String namesake = loads.account("Birch Yard Kitchens Inc.", site);
    String alone = loads.account("Cedar Yard Kitchens Inc.", Map.of("Web", "www.cedaryard.com"));
    loads.customer("US-C1", "Cedar Yard Inc", Map.of("PrimaryContactURL", "www.cedaryard.com"));

    loads.whole(1, Creation.BOTH);

    assertThat(pair(1, pair).kind()).isEqualTo(Kind.SURE);
    assertThat(pair(1, namesake).outcome()).isEqualTo(Outcome.MADE_IN_D365);
    assertThat(pair(1, alone).state()).isEqualTo(State.REVIEW);
    assertThat(stage.users().customers("OrganizationName", "Birch Yard Kitchens Inc.")).hasSize(1);
  }

  @Test
  void aNamesakeOfALinkedPairIsNew() {
    loads.account("Birch Yard Inc.", tax(1));
    loads.customer(
        "US-B1",
        "Birch Yard Inc",
        Map.of(
            "TaxExemptNumber",
            tax(1).get("UsrTaxNumber"),
            "PrimaryContactURL",
            "www.birchyard.com"));
    loads.whole(1, Creation.BOTH);
    String namesake = loads.account("Birch Yard Kitchens Inc.", Map.of("Web", "www.birchyard.com"));

    loads.whole(2, Creation.BOTH);

    assertThat(pair(2, namesake).outcome()).isEqualTo(Outcome.MADE_IN_D365);
  }

  @Test
  void whatNeedsAPersonIsParkedByTheOrdinaryRunWithItsText() {
    String unknown = loads.account("Odd Group Inc.", Map.of("UsrCustomerGroup", "X9"));

    loads.whole(1, Creation.TO_D365);
    stage.quiet();

    assertThat(pair(1, unknown).outcome()).isEqualTo(Outcome.PARKED);
    assertThat(pair(1, unknown).note()).contains("X9");
    assertThat(loads.counts(1)).containsKey("outcome/PARKED");
  }

  @Test
  void nothingIsMadeWhereCreationWasNotChosen() {
    String here = loads.account("Quiet Oaks Inc.", tax(2));
    loads.customer("US-L3", "Silent Elms LLC", taxD365(3));

    loads.whole(1, Creation.NONE);

    assertThat(pair(1, here).state()).isEqualTo(State.LEFT);
    assertThat(stage.users().inCreatio("Account", "Name", "Silent Elms LLC")).isEmpty();
    assertThat(stage.users().customers("OrganizationName", "Quiet Oaks Inc.")).isEmpty();
  }

  @Test
  void aPlanWritesNothingAndALoadRefusesAnotherPopulation() {
    loads.account("Larch Mill Inc.", tax(1));
    String gone = loads.account("Short Lived Inc.", tax(4));
    loads.customer("US-L1", "Larch Mill, Inc", taxD365(1));
    long journal = stage.control().get("state").path("journal").asLong();
    loads.open(1, true, LoadStage.choices(Creation.BOTH, null));
    loads.through(1, LoadPhase.SCAN, LoadPhase.MATCH, LoadPhase.REHEARSE);
    loads.close(1);
    assertThat(written(journal)).isEmpty();
    assertThat(loads.counts(1)).containsKeys("planned/WRITTEN", "planned/MADE_IN_D365");
    assertThat(pair(1, gone).outcome()).isEqualTo(Outcome.MADE_IN_D365);

    stage.control().delete("creatio/Account/" + gone);
    loads.open(2, false, LoadStage.choices(Creation.BOTH, 1));
    loads.through(2, LoadPhase.SCAN);

    assertThatThrownBy(() -> loads.step(2, LoadPhase.MATCH))
        .isInstanceOf(LoadRefused.class)
        .hasMessageContaining("0 added, 1 gone, 0 changed")
        .hasMessageContaining(gone);
  }

  @Test
  void aRecordThatIsChangedOrDeletedDuringTheLoadIsNotWorkedOnByItsOldSelf() {
    String renamed = loads.account("Larch Mill Inc.", tax(1));
    loads.customer("US-L1", "Larch Mill, Inc", taxD365(1));
    String deleted = loads.account("Short Lived Inc.", tax(4));
    loads.open(1, false, LoadStage.choices(Creation.BOTH, null));
    loads.through(1, LoadPhase.SCAN, LoadPhase.MATCH);

    stage.users().editAccount(ANA, renamed, Map.of("Name", "Other Trade", "UsrTaxNumber", "91-99"));
    stage.control().delete("creatio/Account/" + deleted);
    loads.through(1, LoadPhase.APPLY, LoadPhase.VERIFY);

    assertThat(pair(1, renamed).outcome()).isEqualTo(Outcome.CHANGED);
    assertThat(pair(1, deleted).outcome()).isEqualTo(Outcome.ENDED);
    assertThat(stage.users().customers("OrganizationName", "Short Lived Inc.")).isEmpty();
    assertThat(
            stage.users().customer("usmf", "US-L1").orElseThrow().path("OrganizationName").asText())
        .isEqualTo("Larch Mill, Inc");
  }

  @Test
  void aLiveEditDuringTheLoadIsNeitherLostNorOverwritten() {
    String account = loads.account("Larch Mill Inc.", tax(1));
    loads.customer("US-L1", "Larch Mill Inc.", taxD365(1));
    loads.open(1, false, LoadStage.choices(Creation.BOTH, null));
    loads.through(1, LoadPhase.SCAN, LoadPhase.MATCH);

    stage.users().editAccount(ANA, account, Map.of("Phone", "+1 206 555 0123"));
    stage.seen(io.weft.workflows.record.RecordRef.creatio(LoadStage.id(1).object(), account));
    assertThat(stage.stores().links().list(null, null, 9)).isEmpty();
    loads.through(1, LoadPhase.APPLY, LoadPhase.VERIFY);
    loads.close(1);
    stage.backlog().quiet();

    assertThat(
            stage
                .users()
                .customer("usmf", "US-L1")
                .orElseThrow()
                .path("PrimaryContactPhone")
                .asText())
        .isEqualTo("+1 206 555 0123");
    assertThat(stage.stores().hints().counts().inFlight()).isZero();
  }

  @Test
  void aPairThatSomebodyElseHasInHandAtTheEndIsWaitingAndNotUnexplained() {
    List<String> edited =
        List.of(loads.account("Larch Mill Inc.", tax(1)), loads.account("Fig Inc.", tax(2)));
    loads.open(1, false, LoadStage.choices(Creation.TO_D365, null));
    loads.through(1, LoadPhase.SCAN, LoadPhase.MATCH, LoadPhase.APPLY);
    edited.forEach(id -> stage.users().editAccount(ANA, id, Map.of("Phone", "+1 206 555 0123")));
    PairId held =
        new PairId(LoadStage.id(1).object(), LoadStage.id(1).legalEntity(), edited.get(0));
    Instant until = Instant.now().plus(Duration.ofMinutes(1));
    stage.stores().passes().open(held, new Holder("another", "run", "another/1", until));

    loads.through(1, LoadPhase.VERIFY);

    assertThat(loads.counts(1))
        .containsEntry("verified/linked", 2L)
        .containsEntry("verified/equal", 1L)
        .containsEntry("verified/waiting", 1L)
        .doesNotContainKey("verified/unexplained");
    assertThat(stage.stores().hints().counts().inFlight()).isPositive(); // left to its own run
  }

  @Test
  void aLostAnswerAndAnotherWorkerInTheMiddleDoubleNothing() {
    List<String> names = List.of("Fig Inc.", "Gum Inc.", "Hop Inc.", "Ivy Inc.", "Jute Inc.");
    for (int i = 0; i < names.size(); i++) {
      loads.account(names.get(i), tax(10 + i));
    }
    loads.open(1, false, LoadStage.choices(Creation.TO_D365, null));
    loads.through(1, LoadPhase.SCAN, LoadPhase.MATCH);
    stage
        .control()
        .post("faults", Map.of("name", "drop-answer", "system", "d365", "method", "POST"));

    loads.step(1, LoadPhase.APPLY);
    LoadStage other = new LoadStage(stage, 2);
    other.through(1, LoadPhase.APPLY, LoadPhase.VERIFY);
    other.close(1);

    assertThat(stage.control().get("state").toString()).contains("drop-answer");
    names.forEach(name -> assertThat(stage.users().customers("OrganizationName", name)).hasSize(1));
    assertThat(loads.pairs(1)).extracting(LoadPair::outcome).containsOnly(Outcome.MADE_IN_D365);
    assertThat(loads.counts(1)).doesNotContainKey("verified/unexplained");
  }

  /** What the load wrote itself is no change that somebody else made. */
  @Test
  void aPairWhoseNumberWasWrittenBeforeItsWorkerDiedStaysTheLoadsOwn() {
    List<String> names = List.of("Fig Inc.", "Gum Inc.", "Hop Inc.", "Ivy Inc.", "Jute Inc.");
    for (int i = 0; i < names.size(); i++) {
      loads.account(names.get(i), tax(10 + i));
    }
    loads.open(1, false, LoadStage.choices(Creation.TO_D365, null));
    loads.through(1, LoadPhase.SCAN, LoadPhase.MATCH);
    stage
        .control()
        .post(
            "faults",
            Map.of("name", "drop-answer", "system", "creatio", "method", "POST", "set", "$batch"));

    loads.through(1, LoadPhase.APPLY, LoadPhase.VERIFY);
    loads.close(1);

    assertThat(stage.control().get("state").at("/faults/fired/drop-answer").asInt()).isEqualTo(1);
    names.forEach(name -> assertThat(stage.users().customers("OrganizationName", name)).hasSize(1));
    assertThat(loads.pairs(1)).extracting(LoadPair::outcome).containsOnly(Outcome.MADE_IN_D365);
  }
}
