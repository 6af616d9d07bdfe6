package io.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.workflows.desk.Question;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncCommandTest {
  private static final String ID = "6f1c0e7a-51d4-4f0a-9c3b-0a1b2c3d4e5f";

  private final Bench bench = Bench.open();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void anAccountIsNamedByItsId() {
    Bench.Result result =
        bench.run(
            "sync",
            "account",
            ID.toUpperCase(java.util.Locale.ROOT),
            "--reason",
            "asked",
            "--who",
            "ann");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(result.out()).isEqualTo("run/" + ID + System.lineSeparator());
    assertThat(result.err()).contains("Told as ann");
    assertThat(bench.desk.asked())
        .containsExactly(
            new Question.SyncNow(
                SyncObjectName.ACCOUNT_CUSTOMER, Side.CREATIO, List.of(ID), null, "ann", "asked"));
  }

  @Test
  void customersOfSeveralEntitiesAreAskedForByEntity() {
    bench.run(
        "sync",
        "customer",
        "usmf/US-1",
        "DEMF/a/b",
        "usmf/US-2",
        "usmf/US-1",
        "--reason",
        "r",
        "--who",
        "ann");

    assertThat(bench.desk.asked())
        .containsExactly(
            customer("usmf", List.of("US-1", "US-2")), customer("demf", List.of("a/b")));
  }

  private static Question customer(String legalEntity, List<String> numbers) {
    return new Question.SyncNow(
        SyncObjectName.ACCOUNT_CUSTOMER,
        Side.D365,
        numbers,
        new LegalEntity(legalEntity),
        "ann",
        "r");
  }

  @ParameterizedTest
  @CsvSource({
    "contact, CONTACT",
    "order, ORDER_SALES_ORDER",
    "order-sales-order, ORDER_SALES_ORDER",
    "account-customer, ACCOUNT_CUSTOMER",
    "product, PRODUCT"
  })
  void recordsOfCreatioAreNamedByTheirId(String kind, SyncObjectName object) {
    bench.run("sync", kind, ID, "--reason", "r", "--who", "ann");

    assertThat(bench.desk.asked())
        .containsExactly(new Question.SyncNow(object, Side.CREATIO, List.of(ID), null, "ann", "r"));
  }

  @ParameterizedTest
  @CsvSource({
    "d365-contact, CONTACT",
    "sales-order, ORDER_SALES_ORDER",
    "Order-Sales-Order, ORDER_SALES_ORDER"
  })
  void recordsOfD365AreNamedByLegalEntityAndNumber(String kind, SyncObjectName object) {
    bench.run("sync", kind, "usmf/000901", "--reason", "r", "--who", "ann");
    bench.run(
        "sync", kind, "000901", "usmf/7", "--legal-entity", "USMF", "--reason", "r", "--who", "a");

    LegalEntity usmf = new LegalEntity("usmf");
    assertThat(bench.desk.asked())
        .containsExactly(
            new Question.SyncNow(object, Side.D365, List.of("000901"), usmf, "ann", "r"),
            new Question.SyncNow(object, Side.D365, List.of("000901", "7"), usmf, "a", "r"));
  }

  @Test
  void anObjectsOwnNameTakesRecordsOfBothSystems() {
    bench.run("sync", "contact", ID, "usmf/000012", "--dry-run");
    bench.run("sync", "product", ID, "usmf/D0001", "--dry-run");

    assertThat(bench.desk.asked())
        .containsExactly(
            new Question.Preview("contact/creatio/" + ID),
            new Question.Preview("contact/d365/usmf/000012"),
            new Question.Preview("product/creatio/" + ID),
            new Question.Preview("product/d365/usmf/D0001"));
  }

  @Test
  void whatIsFilteredStartsNothing() {
    Bench.Result result = bench.run("sync", "customer", "usmf/US-404", "--reason", "r");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.NO_MATCH);
    assertThat(result.err()).contains("filtered").contains("Nothing was started.");
  }

  @Test
  void aDryRunNeedsNoReasonAndOnlyPreviews() {
    Bench.Result result = bench.run("sync", "customer", "usmf/US-1", "--dry-run");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(result.out()).contains("One field would be written.", "OrganizationName");
    assertThat(result.err()).contains("Nothing was written");
    assertThat(bench.desk.asked())
        .containsExactly(new Question.Preview("account-customer/d365/usmf/US-1"));
  }

  @Test
  void aRefusalMeansThatNothingFits() {
    Bench.Result result = bench.run("sync", "customer", "usmf/US-404", "--dry-run");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.NO_MATCH);
    assertThat(result.err()).contains("is not linked");
  }

  @Test
  void jsonNamesTheRuns() {
    JsonNode json =
        bench
            .run("sync", "account", ID, "--reason", "say \"why\"\n\ud83d\ude80", "-o", "json")
            .json();

    assertThat(json.get("workflows").get(0).asText()).isEqualTo("run/" + ID);
    assertThat(json.get("reason").asText()).isEqualTo("say \"why\"\n\ud83d\ude80");
  }
}
