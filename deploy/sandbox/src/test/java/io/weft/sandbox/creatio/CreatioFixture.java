package io.weft.sandbox.creatio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.sandbox.Sandbox;
import io.weft.sandbox.SandboxOptions;
import io.weft.sandbox.Talk;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fresh sandbox for each test, a signed-in integration and a person. */
abstract class CreatioFixture {
  static final String ROOT = "/0/odata/";

  Sandbox sandbox;
  Talk api;
  Talk person;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start(options());
    api = Talk.asIntegration(sandbox);
    person = new Talk(sandbox.url());
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  SandboxOptions options() {
    return SandboxOptions.defaults();
  }

  /** Creates a row over OData and returns its id. */
  String create(String set, String body) {
    HttpResponse<String> answer = api.post(ROOT + set, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Talk.json(answer).path("Id").asText();
  }

  JsonNode account(String id) {
    return api.read(ROOT + "Account(" + id + ")");
  }

  JsonNode rows(String set, String filter) {
    JsonNode body = api.read(ROOT + set + "?$filter=" + Talk.q(filter));
    assertThat(body.path("value").isArray()).as(body.toString()).isTrue();
    return body.path("value");
  }

  JsonNode journal(String query) {
    return person.read("/control/journal?" + query).path("entries");
  }

  void inject(String fault) {
    assertThat(person.post("/control/faults", fault).statusCode()).isEqualTo(201);
  }

  /** Acts as a user in the screens and returns the row. */
  JsonNode userCreates(String set, String body) {
    HttpResponse<String> answer = person.post("/control/creatio/" + set, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Talk.json(answer);
  }
}
