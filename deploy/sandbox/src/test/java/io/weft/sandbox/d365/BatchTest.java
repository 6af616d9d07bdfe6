package io.weft.sandbox.d365;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BatchTest {
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

  private static String part(String boundary, String id, String request, String body) {
    String lines =
        """
        --%s
        Content-Type: application/http
        Content-Transfer-Encoding: binary
        Content-ID: %s

        %s HTTP/1.1
        Content-Type: application/json

        %s
        """;
    return lines.replace("\n", "\r\n").formatted(boundary, id, request, body);
  }

  private static String post(String boundary, String id, String account, String group) {
    return part(
        boundary,
        id,
        "POST " + erp.url() + "/data/CustomersV3?cross-company=true",
        "{\"dataAreaId\":\"usmf\",\"CustomerAccount\":\"%s\",\"OrganizationName\":\"B\",\"CustomerGroupId\":\"%s\",\"SalesCurrencyCode\":\"USD\"}"
            .formatted(account, group));
  }

  private static String changeset(String... parts) {
    return "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n"
        + String.join("", parts)
        + "--c--\r\n";
  }

  private static Erp365.Reply send(String body) {
    return erp.call(
        "POST", "/data/$batch", body + "--b--\r\n", "Content-Type", "multipart/mixed; boundary=b");
  }

  @Test
  void commitsAWholeChangeset() {
    Erp365.Reply reply = send(changeset(post("c", "1", "B-1", "10"), post("c", "2", "B-2", "20")));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).startsWith("multipart/mixed; boundary=batchresponse_");
    assertThat(reply.text()).contains("Content-ID: 1").contains("Content-ID: 2");
    assertThat(reply.text().split("HTTP/1.1 201 Created", -1)).hasSize(3);
    assertThat(erp.customer("usmf", "B-2").status()).isEqualTo(200);
  }

  @Test
  void undoesAChangesetThatFailsAndAnswersOnce() {
    Erp365.Reply reply =
        send(changeset(post("c", "1", "B-1", "10"), post("c", "2", "B-2", "nope")));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text().split("HTTP/1.1 ", -1)).hasSize(2);
    assertThat(reply.text())
        .contains("HTTP/1.1 400")
        .contains("Content-ID: 2")
        .contains("The value 'nope'");
    assertThat(erp.customer("usmf", "B-1").status()).isEqualTo(404);
  }

  @Test
  void keepsOperationsOutsideAChangesetApart() {
    Erp365.Reply reply =
        send(
            post("b", "1", "B-1", "10")
                + post("b", "2", "B-2", "nope")
                + part("b", "3", "GET /data/CustomerGroups?$top=1", "")
                + part(
                    "b",
                    "4",
                    "PATCH CustomersV3(dataAreaId='usmf',CustomerAccount='B-1')",
                    "{\"CreditRating\":\"A\"}"));

    assertThat(reply.text())
        .contains("HTTP/1.1 201")
        .contains("HTTP/1.1 400")
        .contains("HTTP/1.1 200 OK")
        .contains("HTTP/1.1 204");
    assertThat(erp.customer("usmf", "B-1").json().path("CreditRating").asText()).isEqualTo("A");
  }

  @Test
  void throttlesSinglePartsOnDemand() {
    erp.control(
        "faults",
        "{\"name\":\"throttle\",\"system\":\"d365\",\"set\":\"CustomersV3\",\"retryAfterSeconds\":7}");

    Erp365.Reply reply = send(post("b", "1", "B-1", "10") + post("b", "2", "B-2", "10"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).contains("HTTP/1.1 429 Too Many Requests").contains("Retry-After: 7");
    assertThat(erp.customer("usmf", "B-1").status()).isEqualTo(404);
    assertThat(erp.customer("usmf", "B-2").status()).isEqualTo(200);
  }

  @Test
  void refusesReadsInAChangesetAndDoubledIds() {
    assertThat(send(changeset(part("c", "1", "GET /data/CustomerGroups", ""))).text())
        .contains("HTTP/1.1 400");
    assertThat(send(changeset(post("c", "1", "B-1", "10"), post("c", "1", "B-2", "10"))).text())
        .contains("HTTP/1.1 400");
    assertThat(erp.customer("usmf", "B-1").status()).isEqualTo(404);
  }
}
