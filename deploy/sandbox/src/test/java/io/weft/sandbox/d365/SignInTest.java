package io.weft.sandbox.d365;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInTest {
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
  void grantsATokenThatOpensBothEndpoints() {
    Erp365.Reply reply = erp.signIn();

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("token_type").asText()).isEqualTo("Bearer");
    assertThat(reply.json().path("expires_in").isNumber()).isTrue();
    assertThat(erp.get("/data/LegalEntities").status()).isEqualTo(200);
    assertThat(erp.get("/api/data/v9.2/WhoAmI").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "11111111-2222-3333-4444-555555555555, weft, wrong, ours, 401, invalid_client, 7000215",
    "11111111-2222-3333-4444-555555555555, weft, old, ours, 401, invalid_client, 7000222",
    "11111111-2222-3333-4444-555555555555, nobody, x, ours, 400, unauthorized_client, 700016",
    "99999999-2222-3333-4444-555555555555, weft, weft-secret, ours, 400, invalid_request, 90002",
    "11111111-2222-3333-4444-555555555555, weft, weft-secret, https://other.example, 400, invalid_resource, 500011",
    "11111111-2222-3333-4444-555555555555, weft, weft-secret, slash, 400, invalid_grant, 65001",
  })
  void refusesInEntrasWords(
      String tenant,
      String client,
      String secret,
      String resource,
      int status,
      String error,
      int code) {
    erp.settings("{\"expiredSecret\":\"old\"}");
    String scope =
        switch (resource) {
          case "ours" -> erp.url();
          case "slash" -> erp.url() + "/";
          default -> resource;
        };

    Erp365.Reply reply = erp.token(tenant, client, secret, scope + "/.default");

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().path("error").asText()).isEqualTo(error);
    assertThat(reply.json().at("/error_codes/0").asInt()).isEqualTo(code);
    assertThat(reply.json().path("error_description").asText()).startsWith("AADSTS" + code + ": ");
  }

  @Test
  void isBusyOnDemand() {
    erp.settings("{\"tokenEndpointBusy\":true}");

    assertThat(erp.signIn().json().path("error").asText()).isEqualTo("temporarily_unavailable");
  }

  @Test
  void sendsTheLifetimeAsTextOnDemand() {
    erp.settings("{\"expiresInAsString\":true}");

    assertThat(erp.signIn().json().path("expires_in").isTextual()).isTrue();
  }

  @Test
  void answersABadTokenWithAnEmpty401() {
    erp.use("nonsense");

    Erp365.Reply reply = erp.get("/data/CustomersV3");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.text()).isEmpty();
    assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer ");
  }

  @Test
  void refusesATokenForAnotherResource() {
    erp.use(
        erp.token(Erp365.TENANT, "weft", "weft-secret", "https://graph.microsoft.com/.default")
            .json()
            .path("access_token")
            .asText());

    assertThat(erp.get("/data/CustomersV3").status()).isEqualTo(401);
  }

  @Test
  void refusesATokenOfNoTenant() {
    erp.use(
        erp.token("organizations", "weft", "weft-secret", erp.url() + "/.default")
            .json()
            .path("access_token")
            .asText());

    assertThat(erp.get("/data/CustomersV3").status()).isEqualTo(401);
  }

  @Test
  void refusesAClientThatIsNotRegistered() {
    erp.settings("{\"registered.weft\":false}");

    assertThat(erp.get("/data/CustomersV3").status()).isEqualTo(401);
  }

  @Test
  void takesTokensBack() {
    erp.control("tokens", "{\"system\":\"d365\"}");

    assertThat(erp.get("/data/CustomersV3").status()).isEqualTo(401);
    assertThat(erp.signIn().status()).isEqualTo(200);
  }

  @Test
  void forbidsWritesOnDemand() {
    erp.settings("{\"writeForbidden.CustomersV3\":true}");

    assertThat(erp.create("usmf", "A-1", "Acme", "").status()).isEqualTo(403);
    assertThat(erp.get("/data/CustomersV3").status()).isEqualTo(200);
  }
}
