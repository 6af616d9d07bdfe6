package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.sandbox.SandboxOptions;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Desk;
import io.weft.workflows.desk.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code weft doctor} of a whole worker, against a sandbox that was set up wrongly. */
final class DoctorStageTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration SELDOM = Duration.ofHours(1);
  private static final Installation.Wishes WISHES = new Installation.Wishes(0, SELDOM, SELDOM);

  private static Workplace workplace;
  private static Stage stage;

  @BeforeAll
  static void start() {
    workplace = Workplace.make();
    stage =
        Stage.open(
            new Stage.Plan(
                workplace,
                SandboxOptions.defaults(),
                control -> {},
                Map.of(), // no server, no search path: the one in this process
                WISHES,
                DoctorStageTest::startWithOrders));
  }

  private static StageWorker startWithOrders(Installation installation) {
    try {
      String settings = Files.readString(installation.settings());
      Files.writeString(installation.settings(), withOrders(settings));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return InProcessWorker.start(installation);
  }

  private static String withOrders(String settings) {
    return ObjectStage.accountsOnly(settings)
            .replace(
                "  account-customer:\n    mode: write",
                "  account-customer:\n    mode: write\n  order-sales-order:\n    mode: write")
        + """

        order:
          confirmed: [c8742634-ea8b-46d9-ba71-1989b951772d]
          warehouses:
            usmf:
              rules:
                - {when: {DeliveryCountry: USA}, to: "24"}
                - {when: {DeliveryCountry: CAN}, to: "N0WHERE"}
              otherwise: none
          dimensions:
            usmf:
              BusinessUnit: "001"
              CostCenter: "007"
        """;
  }

  @AfterEach
  void mend() {
    stage.control().post("d365/dimensions", Map.of("activate", "DefaultDimensions"));
  }

  @AfterAll
  static void stop() {
    stage.close();
    workplace.close();
  }

  @Test
  void namesAMissingColumnAWrongFormatAndAnUnknownWarehouseInOneRun() {
    stage.control().delete("creatio/columns/Order/UsrD365ConfirmationNumber");
    stage.control().post("d365/dimensions", Map.of("activate", "DefaultShort"));

    List<Answer.Finding> problems = problems();

    assertThat(problems).hasSize(3);
    assertThat(one(problems, "UsrD365ConfirmationNumber"))
        .satisfies(
            column -> {
              assertThat(column.found()).contains("Creatio Order.UsrD365");
              assertThat(column.remedy()).contains("add a field of type Text");
            });
    assertThat(one(problems, "CostCenter"))
        .satisfies(
            format -> {
              assertThat(format.found()).contains("D365 DimensionIntegrationFormats");
              assertThat(format.found()).contains("Department-BusinessUnit").contains("usmf");
              assertThat(format.remedy()).contains("Add it to the format in D365");
            });
    assertThat(one(problems, "N0WHERE"))
        .satisfies(
            warehouse -> {
              assertThat(warehouse.found()).contains("D365 Warehouses of usmf");
              assertThat(warehouse.found()).contains("weft.yaml:");
              assertThat(warehouse.remedy()).contains("there are").contains("24");
            });
  }

  private static Answer.Finding one(List<Answer.Finding> findings, String word) {
    List<Answer.Finding> fitting =
        findings.stream().filter(f -> (f.check() + f.found()).contains(word)).toList();
    assertThat(fitting).as(word + " in " + findings).hasSize(1);
    return fitting.get(0);
  }

  private static List<Answer.Finding> problems() {
    Answer.Findings all =
        new Desk(stage.client().client())
            .ask(new Question.Doctor(), Answer.Findings.class, PATIENCE);
    return all.findings().stream().filter(f -> f.level() == Answer.Level.PROBLEM).toList();
  }
}
