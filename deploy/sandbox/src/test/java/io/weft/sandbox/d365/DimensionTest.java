package io.weft.sandbox.d365;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DimensionTest {
  private Erp365 erp;

  @BeforeEach
  void start() {
    erp = Erp365.start();
    assertThat(create("C-1", "001--023").status()).isEqualTo(201);
  }

  @AfterEach
  void stop() {
    erp.close();
  }

  private Erp365.Reply create(String account, String dimensions) {
    return erp.create(
        "usmf", account, "Acme", ",\"DefaultDimensionDisplayValue\":\"" + dimensions + "\"");
  }

  private String shown() {
    return erp.customer("usmf", "C-1").json().path("DefaultDimensionDisplayValue").asText();
  }

  private Erp365.Reply set(String body) {
    Erp365.Reply reply = erp.control("d365/dimensions", body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply;
  }

  @Test
  void readsStringsByTheActiveFormat() {
    JsonNode after = set("{\"activate\":\"DefaultWithProject\"}").json();

    assertThat(after.path("layout").toString())
        .isEqualTo("[\"BusinessUnit\",\"Department\",\"CostCenter\",\"Project\"]");
    assertThat(create("C-2", "001--023").infolog())
        .contains(
            "The value '001--023' does not match the financial dimension format 'BusinessUnit-Department-CostCenter-Project'.");
    assertThat(create("C-2", "001-023-008-P300").status()).isEqualTo(201);
  }

  @Test
  void hasOneActiveFormatOfASort() {
    set("{\"activate\":\"DefaultShort\"}");

    JsonNode formats =
        erp.get(
                "/data/DimensionIntegrationFormats?$filter=IsActive eq Microsoft.Dynamics.DataEntities.NoYes'Yes'")
            .json()
            .path("value");
    assertThat(formats).hasSize(2);
    assertThat(formats.findValuesAsText("DimensionFormatName"))
        .containsExactlyInAnyOrder("DefaultShort", "LedgerDimensions");
  }

  @Test
  void showsOldValuesInTheNewLayoutAndKeepsTheRest() {
    String etag = erp.customer("usmf", "C-1").header("ETag");

    set("{\"activate\":\"DefaultShort\"}");
    assertThat(shown()).isEqualTo("023-001");
    set("{\"delimiter\":\"Tilde\"}");
    assertThat(shown()).isEqualTo("023~001");
    set("{\"activate\":\"DefaultDimensions\"}");
    assertThat(shown()).isEqualTo("001~~023");
    assertThat(erp.customer("usmf", "C-1").header("ETag")).isEqualTo(etag);
  }

  @Test
  void keepsOutOfSightWhatTheFormatHasNoPlaceFor() {
    erp.patch("usmf", "C-1", "{\"DefaultDimensionDisplayValue\":\"001-008-023\"}");

    set("{\"activate\":\"DefaultShort\"}");
    assertThat(shown()).isEqualTo("023-001");
    set("{\"activate\":\"DefaultDimensions\"}");
    assertThat(shown()).isEqualTo("001-008-023");
  }

  @Test
  void refusesTheOldDelimiterAfterAChange() {
    set("{\"delimiter\":\"Bar\"}");

    assertThat(create("C-2", "001--023").infolog()).contains("does not match");
    assertThat(create("C-2", "001||023").status()).isEqualTo(201);
    assertThat(
            erp.get("/data/DimensionParameters(Key=1)")
                .json()
                .path("DimensionSegmentDelimiter")
                .asText())
        .isEqualTo("Bar");
  }

  @Test
  void suspendsAValueAndTakesThatBack() {
    set("{\"suspend\":true,\"dimension\":\"Department\",\"value\":\"023\"}");
    assertThat(create("C-2", "001--023").infolog())
        .contains("The value '023' of dimension 'Department' is suspended.");

    set("{\"suspend\":false,\"dimension\":\"Department\",\"value\":\"023\"}");
    assertThat(create("C-2", "001--023").status()).isEqualTo(201);
  }

  @Test
  void knowsDatesAndCompaniesOfValues() {
    assertThat(create("C-2", "--025").infolog()).contains("is not active on this date");
    assertThat(create("C-2", "--021").infolog()).contains("is not active on this date");
    assertThat(create("C-2", "-012-").infolog()).contains("is not found");
    assertThat(
            erp.create("demf", "D-2", "Acme", ",\"DefaultDimensionDisplayValue\":\"-012-\"")
                .status())
        .isEqualTo(201);
  }

  @Test
  void namesWhatIsNotThere() {
    assertThat(erp.control("d365/dimensions", "{\"activate\":\"Nope\"}").status()).isEqualTo(400);
    assertThat(erp.control("d365/dimensions", "{\"delimiter\":\"Comma\"}").status()).isEqualTo(400);
  }
}
