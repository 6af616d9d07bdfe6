package io.weft.activities.creatio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.FakeSite;
import io.weft.activities.http.Page;
import io.weft.activities.value.Columns;
import java.util.List;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several queries in one request. */
class QueriesInOneTest {
  private static final String ONE = "7d4b8a52-9c1e-5f60-8a3b-4c2d1e0f9a8b";
  private static final String TWO = "8d4b8a52-9c1e-5f60-8a3b-4c2d1e0f9a8b";
  private static final List<CreatioQuery> QUERIES = List.of(of(ONE), of(TWO));

  private FakeSite site;
  private ODataCreatioClient client;

  @BeforeEach
  void start() throws Exception {
    site = new FakeSite();
    client = ODataCreatioClientTest.client(site);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private static CreatioQuery of(String id) {
    return CreatioQuery.of(Columns.of("Name")).where(CreatioFilter.lookup("Id", id)).top(2);
  }

  private static String rows(String name) {
    return "{\"@odata.context\":\"x\",\"value\":[{\"Id\":\""
        + ONE
        + "\",\"Name\":\""
        + name
        + "\"}]}";
  }

  private static String item(String id, int status, String body) {
    return "{\"id\":\"%s\",\"status\":%d,\"headers\":{},\"body\":%s}".formatted(id, status, body);
  }

  private static String whole(String... items) {
    return "{\"responses\":[" + String.join(",", items) + "]}";
  }

  private static List<String> names(List<Page> pages) {
    return Page.rows(pages).stream().map(row -> row.text("Name")).toList();
  }

  @Test
  void leaveAsOneAndAreToldApart() {
    site.answers(200, whole(item("2", 200, rows("Two")), item("1", 200, rows("One"))));

    List<Page> pages = client.queryAll("Account", QUERIES);

    assertThat(names(pages)).containsExactly("One", "Two");
    RecordedRequest request = site.request();
    assertThat(request.getTarget()).isEqualTo("/0/odata/$batch");
    assertThat(request.getHeaders().get("Prefer")).isEqualTo("continue-on-error");
    assertThat(request.getBody().utf8())
        .contains("\"method\":\"GET\",\"url\":\"Account?$select=Id")
        .contains(ONE)
        .contains(TWO);
  }

  @Test
  void oneThatFailsIsThrownAsIfItHadComeAlone() {
    String refusal = "{\"Message\":\"Column by path X not found in schema Account\"}";
    site.answers(200, whole(item("1", 200, rows("One")), item("2", 400, refusal)));
    site.answers(200, rows("One"));
    site.answers(400, refusal);

    assertThatThrownBy(() -> client.queryAll("Account", QUERIES))
        .isInstanceOf(RemoteException.Rejected.class)
        .hasMessageContaining("Account.query");
  }

  @Test
  void oneWithoutAnAnswerIsNoEmptyPage() {
    site.answers(200, whole(item("1", 200, rows("One"))));

    assertThatThrownBy(() -> client.queryAll("Account", QUERIES))
        .isInstanceOf(RemoteException.Unavailable.class)
        .hasMessageContaining("its answer is missing");
  }

  @Test
  void aSiteThatTakesNoReadsInABatchIsAskedOneByOne() {
    site.answers(200, "{\"no\":\"batch\"}");
    site.answers(200, rows("One"));
    site.answers(200, rows("Two"));

    assertThat(names(client.queryAll("Account", QUERIES))).containsExactly("One", "Two");
  }
}
