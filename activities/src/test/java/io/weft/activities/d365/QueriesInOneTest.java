package io.weft.activities.d365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.FakeSite;
import io.weft.activities.http.Page;
import io.weft.activities.value.Columns;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several queries in one request, in no changeset. */
class QueriesInOneTest {
  private static final String SET = "CustomersV3";
  private static final List<D365Query> QUERIES = List.of(of("US-001"), of("US-002"));

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

  private static D365Query of(String number) {
    return D365Query.of(Columns.of("CustomerAccount"))
        .where(D365Filter.equal("CustomerAccount", number));
  }

  private static String rows(String number) {
    return "{\"@odata.context\":\"x\",\"value\":[{\"CustomerAccount\":\"" + number + "\"}]}";
  }

  private static String found(String id, String number) {
    return Parts.part(id, "200 OK", rows(number), "Content-Type: application/json");
  }

  private static MockResponse answer(String... parts) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      text.append("--batchresponse_55\r\n").append(part);
    }
    return Parts.mixed(text.append("--batchresponse_55--\r\n").toString());
  }

  private static List<String> numbers(List<Page> pages) {
    return Page.rows(pages).stream().map(row -> row.text("CustomerAccount")).toList();
  }

  @Test
  void leaveAsOneAndAreToldApart() throws Exception {
    site.answers(answer(found("2", "US-002"), found("1", "US-001")));

    List<Page> pages = client.queryAll(SET, QUERIES);

    assertThat(numbers(pages)).containsExactly("US-001", "US-002");
    String sent = site.request().getBody().utf8();
    assertThat(sent)
        .doesNotContain("changeset")
        .contains("Content-ID: 2")
        .contains("/data/CustomersV3?cross-company=true")
        .endsWith("--batch_weft--\r\n");
  }

  @Test
  void oneThatFailsIsThrownAsIfItHadComeAlone() {
    site.answers(answer(found("1", "US-001"), Parts.part("2", "429 Too Many", "")));

    assertThatThrownBy(() -> client.queryAll(SET, QUERIES))
        .isInstanceOf(RemoteException.Throttled.class)
        .hasMessageContaining("CustomersV3.query");
  }

  @Test
  void oneWithoutAnAnswerIsNoEmptyPage() {
    site.answers(answer(found("1", "US-001")));

    assertThatThrownBy(() -> client.queryAll(SET, QUERIES))
        .isInstanceOf(RemoteException.Unavailable.class)
        .hasMessageContaining("its answer is missing");
  }

  @Test
  void anEnvironmentThatTakesNoReadsInABatchIsAskedOneByOne() {
    site.answers(400, "{\"error\":{\"code\":\"\",\"message\":\"No reads in a batch.\"}}");
    site.answers(200, rows("US-001"));
    site.answers(200, rows("US-002"));

    assertThat(numbers(client.queryAll(SET, QUERIES))).containsExactly("US-001", "US-002");
  }

  @Test
  void aSingleOneIsAskedAsEver() throws Exception {
    site.answers(200, rows("US-001"));

    client.queryAll(SET, QUERIES.subList(0, 1));

    assertThat(site.request().getMethod()).isEqualTo("GET");
  }
}
