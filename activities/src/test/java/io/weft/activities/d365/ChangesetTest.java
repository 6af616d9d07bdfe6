package io.weft.activities.d365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.FakeSite;
import io.weft.activities.http.Row;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent, and what is made of answers that tell of success. */
class ChangesetTest {
  static final EntityKey LINE = EntityKey.of("SalesOrderLines", "usmf", "InventoryLotId", "L'1");
  static final List<Write> WRITES =
      List.of(
          new Write.Create("SalesOrderHeadersV2", body("CurrencyCode", "USD")),
          new Write.Update(LINE, "W/\"JzEs\"", body("SalesPrice", new BigDecimal("10.50"))),
          new Write.Delete(LINE, null));

  private FakeSite site;
  private D365Client client;

  @BeforeEach
  void start() throws Exception {
    site = new FakeSite();
    client = ODataD365ClientTest.client(site);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  static Map<String, Object> body(String name, Object value) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("dataAreaId", "usmf");
    body.put(name, value);
    return body;
  }

  @Test
  void sendsOneChangesetOfAbsoluteRequests() {
    site.answers(done());

    client.changeset(WRITES);

    RecordedRequest request = site.request();
    String data = site.url() + "/data/";
    assertThat(request.getTarget()).isEqualTo("/data/$batch");
    assertThat(request.getHeaders().get("Content-Type"))
        .isEqualTo("multipart/mixed; boundary=batch_weft");
    assertThat(request.getHeaders().get("OData-Version")).isEqualTo("4.0");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer token-1");
    assertThat(request.getBody().utf8())
        .isEqualTo(
            """
            --batch_weft
            Content-Type: multipart/mixed; boundary=changeset_weft

            --changeset_weft
            Content-Type: application/http
            Content-Transfer-Encoding: binary
            Content-ID: 1

            POST DATASalesOrderHeadersV2?cross-company=true HTTP/1.1
            Accept: application/json;odata.metadata=minimal
            OData-Version: 4.0
            Content-Type: application/json; charset=utf-8

            {"dataAreaId":"usmf","CurrencyCode":"USD"}
            --changeset_weft
            Content-Type: application/http
            Content-Transfer-Encoding: binary
            Content-ID: 2

            PATCH DATASalesOrderLines(dataAreaId='usmf',InventoryLotId='L%27%271')?cross-company=true HTTP/1.1
            Accept: application/json;odata.metadata=minimal
            OData-Version: 4.0
            If-Match: W/"JzEs"
            Content-Type: application/json; charset=utf-8

            {"dataAreaId":"usmf","SalesPrice":10.50}
            --changeset_weft
            Content-Type: application/http
            Content-Transfer-Encoding: binary
            Content-ID: 3

            DELETE DATASalesOrderLines(dataAreaId='usmf',InventoryLotId='L%27%271')?cross-company=true HTTP/1.1
            Accept: application/json;odata.metadata=minimal
            OData-Version: 4.0


            --changeset_weft--
            --batch_weft--
            """
                .replace("\n", "\r\n")
                .replace("DATA", data));
  }

  @Test
  void returnsRowsInOrderOfTheWritesWhateverTheOrderOfTheAnswers() {
    site.answers(Parts.answer(Parts.changed("3"), Parts.created("1", "N-1"), Parts.changed("2")));

    List<Row> rows = client.changeset(WRITES);

    assertThat(rows).hasSize(3);
    assertThat(rows.get(0).text("SalesOrderNumber")).isEqualTo("N-1");
    assertThat(rows.get(1).names()).isEmpty();
    assertThat(rows.get(2).names()).isEmpty();
  }

  @Test
  void takesAnswersWithoutMarksByTheirOrder() {
    site.answers(
        Parts.answer(Parts.created(null, "N-1"), Parts.changed(null), Parts.changed(null)));

    assertThat(client.changeset(WRITES).get(0).text("SalesOrderNumber")).isEqualTo("N-1");
  }

  @Test
  void readsLineEndsAndBoundariesAsTheyCome() {
    String text = Parts.text(Parts.created("1", "Müller"), Parts.changed("2"), Parts.changed("3"));
    site.answers(Parts.mixed("preamble\n" + text.replace("\r\n", "\n") + "\nepilogue"));

    assertThat(client.changeset(WRITES).get(0).text("SalesOrderNumber")).isEqualTo("Müller");
  }

  @Test
  void equalWritesAreTwo() {
    site.answers(Parts.answer(Parts.created("1", "N-1"), Parts.created("2", "N-2")));

    assertThat(client.changeset(List.of(WRITES.get(0), WRITES.get(0))))
        .extracting(row -> row.text("SalesOrderNumber"))
        .containsExactly("N-1", "N-2");
  }

  @Test
  void sendsNothingForNothingAndRefusesTooMuch() {
    assertThat(client.changeset(List.of())).isEmpty();
    assertThatThrownBy(() -> client.changeset(Collections.nCopies(101, WRITES.get(0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100");
    assertThat(site.requests()).isEmpty();
  }

  @Test
  void noValueBreaksOutOfItsPart() {
    site.answers(done());
    String attack = "\r\n--changeset_weft--\r\n--batch_weft--\r\n";

    client.changeset(
        List.of(
            new Write.Create("SalesOrderHeadersV2", body("CurrencyCode", attack)),
            new Write.Update(LINE, null, body("SalesPrice", attack)),
            new Write.Delete(LINE, null)));

    assertThat(site.request().getBody().utf8().split("\r\n--changeset_weft", -1)).hasSize(5);
    assertThatThrownBy(
            () -> client.changeset(List.of(new Write.Delete(LINE, "W/\"1\"\r\nX-Evil: 1"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(site.requests()).hasSize(1);
  }

  @Test
  void renewsAnExpiredTokenOnce() {
    site.answers(401, "").answers(done());

    assertThat(client.changeset(WRITES)).hasSize(3);
    assertThat(site.request().getHeaders().get("Authorization")).isEqualTo("Bearer token-2");
  }

  @Test
  void aThrottledPartHoldsTheWholeConnection() {
    site.answers(Parts.answer(Parts.part("1", "429 Too Many Requests", "", "Retry-After: 17")));

    RemoteException.Throttled failure =
        catchThrowableOfType(RemoteException.Throttled.class, () -> client.changeset(WRITES));
    RemoteException.Throttled held =
        catchThrowableOfType(RemoteException.Throttled.class, client::ping);

    assertThat(failure.retryAfter()).hasSeconds(17);
    assertThat(held).hasMessageContaining("no leave to send");
    assertThat(site.requests()).hasSize(1);
    assertThat(site.counts.counts(failure.system()).outcomes()).containsKey("Throttled");
  }

  private static MockResponse done() {
    return Parts.answer(Parts.created("1", "N-1"), Parts.changed("2"), Parts.changed("3"));
  }
}
