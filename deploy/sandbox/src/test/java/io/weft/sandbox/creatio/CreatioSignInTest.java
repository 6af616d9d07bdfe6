package io.weft.sandbox.creatio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.sandbox.Talk;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CreatioSignInTest extends CreatioFixture {
  private static final String FORM = "application/x-www-form-urlencoded";

  @Test
  void handsOutBearerTokens() {
    String form = "grant_type=client_credentials&client_id=weft&client_secret=weft-secret";

    JsonNode token = Talk.json(person.send("POST", "/connect/token", form, FORM));

    assertThat(token.path("token_type").asText()).isEqualTo("Bearer");
    assertThat(token.path("expires_in").asInt()).isEqualTo(3600);
    assertThat(token.path("scope").asText()).matches("ApplicationAccess_[0-9a-f]{32}");
  }

  @Test
  void refusesAWrongSecret() {
    String form = "grant_type=client_credentials&client_id=weft&client_secret=x";

    HttpResponse<String> answer = person.send("POST", "/connect/token", form, FORM);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_client\"}");
  }

  @Test
  void refusesCallsWithoutAToken() {
    HttpResponse<String> answer = person.get(ROOT + "Account");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("Authorization has been denied for this request.");
  }

  @Test
  void forgetsRevokedAndExpiredTokens() {
    person.post("/control/tokens", "{\"system\":\"creatio\"}");
    assertThat(api.get(ROOT + "Account?$top=1").statusCode()).isEqualTo(401);

    person.post("/control/tokens", "{\"system\":\"creatio\",\"lifetimeSeconds\":0}");

    assertThat(Talk.asIntegration(sandbox).get(ROOT + "Account?$top=1").statusCode())
        .isEqualTo(401);
  }

  @Test
  void letsASecretBeRotated() {
    person.post(
        "/control/clients",
        "{\"system\":\"creatio\",\"id\":\"weft\",\"secret\":\"second\",\"keepOld\":true}");
    assertThat(person.token("weft", "weft-secret")).isNotEmpty();
    assertThat(person.token("weft", "second")).isNotEmpty();

    person.post(
        "/control/clients", "{\"system\":\"creatio\",\"id\":\"weft\",\"secret\":\"third\"}");

    assertThat(person.token("weft", "second")).isEmpty();
    assertThat(person.token("weft", "third")).isNotEmpty();
  }

  @Test
  void signsAUserInByCookiesAndAsksForTheirCsrfToken() {
    HttpResponse<String> login = login("Supervisor", "sandbox");
    List<String> cookies = login.headers().allValues("Set-Cookie");
    String cookie = String.join("; ", cookies.stream().map(c -> c.split(";")[0]).toList());
    Talk user = new Talk(sandbox.url()).with("Cookie", cookie);

    int without = user.get(ROOT + "Account?$top=1").statusCode();
    int with = user.with("BPMCSRF", csrf(cookies)).get(ROOT + "Account?$top=1").statusCode();

    assertThat(Talk.json(login).path("Code").asInt()).isZero();
    assertThat(cookies).hasSize(4);
    assertThat(without).isEqualTo(403);
    assertThat(with).isEqualTo(200);
  }

  @Test
  void saysNoWithAStatusOf200() {
    HttpResponse<String> login = login("Supervisor", "wrong");

    assertThat(login.statusCode()).isEqualTo(200);
    assertThat(Talk.json(login).path("Code").asInt()).isEqualTo(1);
    assertThat(login("d365-sync", "sandbox").body()).contains("\"Code\":1");
    assertThat(person.post("/0/ServiceModel/AuthService.svc/Login", "{}").statusCode())
        .isEqualTo(401);
  }

  @Test
  void movesItsRootWithTheRuntime() {
    assertThat(person.get("/0/api/HealthCheck/Ping").statusCode()).isEqualTo(200);
    assertThat(person.get("/api/HealthCheck/Ping").statusCode()).isEqualTo(404);
    assertThat(api.get("/odata/Account?$top=1").statusCode()).isEqualTo(404);

    person.post("/control/creatio/settings", "{\"mode\":\"net\"}");

    assertThat(person.get("/api/HealthCheck/Ping").statusCode()).isEqualTo(200);
    assertThat(person.get("/0/api/HealthCheck/Ping").statusCode()).isEqualTo(404);
    assertThat(api.get("/odata/Account?$top=1").statusCode()).isEqualTo(200);
    assertThat(api.get("/0/odata/Account?$top=1").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> login(String user, String password) {
    return person.post(
        "/ServiceModel/AuthService.svc/Login",
        "{\"UserName\":\"" + user + "\",\"UserPassword\":\"" + password + "\"}");
  }

  private static String csrf(List<String> cookies) {
    String cookie =
        cookies.stream().filter(c -> c.startsWith("BPMCSRF=")).findFirst().orElseThrow();
    String value = cookie.substring("BPMCSRF=".length()).split(";")[0];
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }
}
