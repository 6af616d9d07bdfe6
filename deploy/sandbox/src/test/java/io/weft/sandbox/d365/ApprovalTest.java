package io.weft.sandbox.d365;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApprovalTest {
  private static Erp365 erp;

  @BeforeAll
  static void start() {
    erp = Erp365.start();
  }

  @BeforeEach
  void turnOn() {
    erp.create("usmf", "A-1", "Acme", "");
    erp.settings("{\"approval.usmf\":\"propose\"}");
  }

  @AfterEach
  void clean() {
    erp.clean();
  }

  @AfterAll
  static void stop() {
    erp.close();
  }

  private static JsonNode proposed() {
    Erp365.Reply reply =
        erp.patch("usmf", "A-1", "{\"PaymentTerms\":\"Net45\",\"CreditRating\":\"A\"}");
    assertThat(reply.status()).isEqualTo(204);
    JsonNode open = erp.get("/control/d365/proposals").json().path("value");
    return open.get(open.size() - 1);
  }

  @Test
  void answers204ButKeepsTheListedFields() {
    JsonNode proposal = proposed();

    JsonNode row = erp.customer("usmf", "A-1").json();
    assertThat(row.path("PaymentTerms").asText()).isEqualTo("Net30");
    assertThat(row.path("CreditRating").asText()).isEqualTo("A");
    assertThat(proposal.at("/changes/PaymentTerms").asText()).isEqualTo("Net45");
    assertThat(proposal.path("client").asText()).isEqualTo("weft");
  }

  @Test
  void writesWhatAPersonApproves() {
    long id = proposed().path("id").asLong();

    erp.control("d365/proposals/" + id + "/approve", "");

    assertThat(erp.customer("usmf", "A-1").json().path("PaymentTerms").asText()).isEqualTo("Net45");
    assertThat(erp.control("d365/proposals/" + id + "/approve", "").status()).isEqualTo(404);
  }

  @Test
  void forgetsWhatAPersonRejects() {
    long id = proposed().path("id").asLong();

    assertThat(erp.control("d365/proposals/" + id + "/reject", "").status()).isEqualTo(200);

    assertThat(erp.customer("usmf", "A-1").json().path("PaymentTerms").asText()).isEqualTo("Net30");
  }

  @Test
  void refusesOutrightWhereTheCompanyWantsThat() {
    erp.settings("{\"approval.usmf\":\"reject\"}");

    assertThat(erp.patch("usmf", "A-1", "{\"PaymentTerms\":\"Net45\"}").infolog())
        .contains("change approval");
    assertThat(erp.patch("usmf", "A-1", "{\"PaymentTerms\":\"Net30\"}").status()).isEqualTo(204);
  }

  @Test
  void leavesOtherCompaniesAlone() {
    erp.create("demf", "A-1", "Acme", "");

    erp.patch("demf", "A-1", "{\"PaymentTerms\":\"Net45\"}");

    assertThat(erp.customer("demf", "A-1").json().path("PaymentTerms").asText()).isEqualTo("Net45");
  }

  @Test
  void showsItsModeInTheParameters() {
    JsonNode parameters = erp.get("/data/CustomerParameters('usmf')").json();

    assertThat(parameters.path("ChangeProposalIsEnabled").asText()).isEqualTo("Yes");
    assertThat(parameters.path("ChangeProposalDataEntityBehavior").asText())
        .isEqualTo("CreateChangeProposals");
  }
}
