package io.weft.sandbox.d365;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LoadTest {
  private static Erp365 erp;

  @BeforeAll
  static void start() {
    erp = Erp365.start();
  }

  @AfterEach
  void clean() {
    erp.clean();
  }

  @AfterAll
  static void stop() {
    erp.close();
  }

  @Test
  void lengthensTheWaitOfThoseWhoIgnoreIt() {
    erp.settings("{\"throttleEverySeconds\":1,\"throttleForSeconds\":1,\"retryAfterSeconds\":5}");

    Erp365.Reply first = erp.get("/data/LegalEntities");
    Erp365.Reply second = erp.get("/data/LegalEntities");
    erp.settings("{\"throttleEverySeconds\":9999999,\"throttleForSeconds\":0}");
    Erp365.Reply third = erp.get("/data/LegalEntities");

    assertThat(first.status()).isEqualTo(429);
    assertThat(first.header("Retry-After")).isEqualTo("5");
    assertThat(first.json().at("/error/message").asText()).contains("high resource utilization");
    assertThat(second.header("Retry-After")).isEqualTo("10");
    assertThat(third.header("Retry-After")).isEqualTo("20");
  }

  @Test
  void throttlesDataverseInItsOwnWords() {
    erp.control("faults", "{\"name\":\"throttle\",\"system\":\"d365\",\"retryAfterSeconds\":3}");

    Erp365.Reply reply = erp.get(Erp365.FEED);

    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.json().at("/error/code").asText()).isEqualTo("0x80072322");
    assertThat(reply.header("Retry-After")).isEqualTo("3");
  }

  @Test
  void limitsTheRate() {
    erp.settings("{\"throttlePerSecond\":3,\"retryAfterSeconds\":0}");
    int refused = 0;
    for (int i = 0; i < 20; i++) {
      refused += erp.get("/data/LegalEntities").status() == 429 ? 1 : 0;
    }

    assertThat(refused).isPositive();
  }

  @Test
  void isServicedInHtml() {
    erp.settings("{\"servicing\":true}");

    Erp365.Reply reply = erp.get("/data/CustomersV3");

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.header("Content-Type")).startsWith("text/html");
  }

  @Test
  void losesTheAnswerOfACommittedWrite() {
    erp.control(
        "faults",
        "{\"name\":\"drop-answer\",\"system\":\"d365\",\"method\":\"POST\",\"set\":\"CustomersV3\"}");

    assertThat(erp.create("usmf", "L-1", "Lost", "").status()).isZero();
    assertThat(erp.customer("usmf", "L-1").status()).isEqualTo(200);
  }

  @Test
  void reportsAnUpdateConflictOnDemand() {
    erp.create("usmf", "L-1", "Lost", "");
    erp.control("faults", "{\"name\":\"deadlock\",\"system\":\"d365\",\"method\":\"PATCH\"}");

    assertThat(erp.patch("usmf", "L-1", "{\"CreditRating\":\"A\"}").infolog())
        .contains("An update conflict occurred");
    assertThat(erp.patch("usmf", "L-1", "{\"CreditRating\":\"A\"}").status()).isEqualTo(204);
  }

  @Test
  void countsRequestsBySet() {
    erp.get("/data/CustomersV3?$top=1");

    assertThat(erp.sandbox().site().traffic().get("d365/calls/GET CustomersV3")).isPositive();
    assertThat(erp.sandbox().site().traffic().get("d365/clients/weft")).isPositive();
  }
}
