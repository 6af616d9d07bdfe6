package io.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.workflows.desk.Question;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MapPreviewCommandTest {
  private static final String ID = "6f1c0e7a-51d4-4f0a-9c3b-0a1b2c3d4e5f";

  private final Bench bench = Bench.open();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void showsEachFieldAndWhy() {
    Bench.Result result = bench.run("map", "preview", "sales-order", "usmf/000901");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(result.out())
        .contains("order-sales-order/d365/usmf/000901", "One field would be written.")
        .contains("OrganizationName", "A person is asked.");
    assertThat(result.err()).contains("Nothing was written: this was a preview.");
  }

  @Test
  void takesAnyObjectInTheSyntaxOfSync() {
    bench.run("map", "preview", "account", ID);
    bench.run("map", "preview", "contact", "000012", "--legal-entity", "usmf");
    bench.run("map", "preview", "order", ID, "--legal-entity", "DEMF");
    bench.run("map", "preview", "product", "usmf/D0001");

    assertThat(bench.desk.asked())
        .containsExactly(
            new Question.Preview("account-customer/creatio/" + ID),
            new Question.Preview("contact/d365/usmf/000012"),
            new Question.Preview("order-sales-order/demf/" + ID),
            new Question.Preview("product/d365/usmf/D0001"));
  }

  @Test
  void aRefusalMeansThatNothingFits() {
    Bench.Result result = bench.run("map", "preview", "customer", "usmf/US-404");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.NO_MATCH);
    assertThat(result.err()).contains("is not linked");
  }

  @Test
  void jsonIsOneReport() {
    JsonNode json = bench.run("map", "preview", "account", ID, "-o", "json").json();

    assertThat(json.get("pair").asText()).isEqualTo("account-customer/creatio/" + ID);
    assertThat(json.get("decisions").get(0).get("why").asText()).isEqualTo("A person is asked.");
  }
}
