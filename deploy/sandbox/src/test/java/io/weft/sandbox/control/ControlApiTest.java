package io.weft.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.sandbox.Sandbox;
import io.weft.sandbox.SandboxOptions;
import io.weft.sandbox.Talk;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ControlApiTest {
  private Sandbox sandbox;
  private Talk control;
  private Talk api;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start(SandboxOptions.defaults());
    control = new Talk(sandbox.url());
    api = Talk.asIntegration(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void showsWhatIsWhereAtItsRoot() {
    assertThat(control.get("/").body()).contains("/0/odata").contains("/control/state");
    assertThat(control.read("/control/health").path("status").asText()).isEqualTo("up");
    assertThat(control.get("/nowhere").statusCode()).isEqualTo(404);
  }

  @Test
  void makesUpCompaniesThatFollowFromANumber() {
    String plan = "{\"seed\":7,\"accounts\":20,\"contacts\":30}";
    JsonNode state = Talk.json(control.post("/control/seed", plan));

    assertThat(state.path("creatio").path("counts").path("Account").asInt()).isEqualTo(21);
    assertThat(state.path("creatio").path("counts").path("AccountCommunication").asInt())
        .isEqualTo(60);
    JsonNode persons =
        control.read("/control/creatio/Contact?TypeId=806732ee-f36b-1410-a883-16d83cab0980");
    assertThat(persons.path("value")).hasSize(30);
    try (Sandbox twin = Sandbox.start(SandboxOptions.defaults())) {
      Talk other = new Talk(twin.url());
      other.post("/control/seed", plan);
      assertThat(names(other)).isEqualTo(names(control));
    }
  }

  private static List<String> names(Talk talk) {
    return talk.read("/control/creatio/Account").findValuesAsText("Name");
  }

  @Test
  void addsAndRemovesColumnsWhileItRuns() {
    HttpResponse<String> published =
        control.put("/control/creatio/columns/Account/UsrRating", "{\"type\":\"text\"}");
    assertThat(published.statusCode()).isEqualTo(204);
    api.post("/0/odata/Account", "{\"Name\":\"A\",\"UsrRating\":\"AAA\"}");
    assertThat(api.read("/0/odata/Account?$filter=UsrRating%20eq%20'AAA'").path("value"))
        .hasSize(1);

    control.delete("/control/creatio/columns/Account/UsrRating");

    assertThat(api.get("/0/odata/Account?$select=UsrRating&$top=1").statusCode()).isEqualTo(400);
    assertThat(api.get("/0/odata/$metadata").body()).doesNotContain("UsrRating");
    assertThat(api.post("/0/odata/Account", "{\"Name\":\"B\",\"UsrRating\":\"A\"}").statusCode())
        .isEqualTo(201);
  }

  @Test
  void rebuildsASetAfterAColumnWasPublished() {
    control.put(
        "/control/creatio/columns/Account/UsrOwnBank",
        "{\"type\":\"lookup\",\"target\":\"Account\",\"rebuildSeconds\":60}");

    HttpResponse<String> during = api.get("/0/odata/Account?$top=1");
    control.post("/control/creatio/settings", "{\"rebuildStatus\":200}");
    HttpResponse<String> lying = api.get("/0/odata/Account?$top=1");
    control.delete("/control/creatio/columns/Account/UsrOwnBank");

    assertThat(during.statusCode()).isEqualTo(404);
    assertThat(during.body()).contains("controller named 'Account'");
    assertThat(lying.statusCode()).isEqualTo(200);
    assertThat(lying.body()).contains("controller named 'Account'");
    assertThat(api.get("/0/odata/Account?$top=1").body()).contains("@odata.context");
  }

  @Test
  void countsCallsPerSystemAndClient() {
    control.delete("/control/traffic");
    api.get("/0/odata/Account?$top=1");
    api.post("/0/odata/Account", "{\"Name\":\"A\"}");

    JsonNode traffic = control.read("/control/state").path("traffic").path("creatio");

    assertThat(traffic.path("requests").asInt()).isEqualTo(2);
    assertThat(traffic.path("writes").asInt()).isEqualTo(1);
    assertThat(traffic.path("clients").path("weft").asInt()).isEqualTo(2);
    assertThat(traffic.path("calls").path("POST Account").asInt()).isEqualTo(1);
  }

  @Test
  void pagesThroughTheJournal() {
    long begin = control.read("/control/journal?limit=0").path("last").asLong();
    for (int i = 0; i < 5; i++) {
      api.post("/0/odata/Account", "{\"Name\":\"A" + i + "\"}");
    }

    JsonNode page =
        control.read("/control/journal?after=" + begin + "&limit=3&set=Account&client=weft");

    assertThat(page.path("entries")).hasSize(3);
    assertThat(page.path("last").asLong()).isEqualTo(begin + 5);
    assertThat(page.path("entries").path(0).path("sequence").asLong()).isEqualTo(begin + 1);
    assertThat(sandbox.world().journal().after(begin)).hasSize(5);
  }

  @Test
  void namesTheFaultsThereAre() {
    HttpResponse<String> refused = control.post("/control/faults", "{\"name\":\"plague\"}");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("drop-answer").contains("clock-skew");
  }

  @Test
  void removesASingleFault() {
    JsonNode fault = Talk.json(control.post("/control/faults", "{\"name\":\"slow\",\"times\":9}"));

    int status = control.delete("/control/faults/" + fault.path("id").asLong()).statusCode();

    assertThat(status).isEqualTo(204);
    assertThat(control.read("/control/faults").path("active")).isEmpty();
  }

  @Test
  void delaysOneSystem() {
    control.post("/control/latency", "{\"system\":\"creatio\",\"millis\":150}");
    long before = System.nanoTime();

    api.get("/0/odata/Account?$top=1");

    assertThat((System.nanoTime() - before) / 1_000_000).isGreaterThanOrEqualTo(145);
  }

  @Test
  void writesOfOneSystemTakeTheirTime() {
    control.post("/control/latency", "{\"system\":\"creatio\",\"writeMillis\":70}");
    long before = System.nanoTime();

    api.post(
        "/0/odata/$batch",
        "{\"requests\":[{\"id\":\"1\",\"method\":\"POST\",\"url\":\"Account\",\"body\":{\"Name\":\"One\"}},"
            + "{\"id\":\"2\",\"method\":\"POST\",\"url\":\"Account\",\"body\":{\"Name\":\"Two\"}}]}");

    assertThat((System.nanoTime() - before) / 1_000_000).isGreaterThanOrEqualTo(135);
  }
}
