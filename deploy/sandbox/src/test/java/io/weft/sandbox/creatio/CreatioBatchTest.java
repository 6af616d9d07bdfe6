package io.weft.sandbox.creatio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.sandbox.Talk;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CreatioBatchTest extends CreatioFixture {
  private static final String THREE =
      "{\"requests\":["
          + "{\"id\":\"1\",\"method\":\"POST\",\"url\":\"Account\",\"body\":{\"Name\":\"A\"}},"
          + "{\"id\":\"2\",\"method\":\"POST\",\"url\":\"Account\",\"body\":{}},"
          + "{\"id\":\"3\",\"method\":\"GET\",\"atomicityGroup\":\"g\","
          + "\"url\":\"Account?$filter=Name%20eq%20'A'&$select=Name\"}]}";

  @Test
  void stopsAtTheFirstFailure() {
    JsonNode responses = Talk.json(api.post(ROOT + "$batch", THREE)).path("responses");

    assertThat(responses.findValuesAsText("status")).containsExactly("201", "500");
    assertThat(responses.path(0).path("headers").path("location").asText())
        .contains("/0/odata/Account(");
  }

  @Test
  void goesOnWhereToldTo() {
    JsonNode responses =
        Talk.json(api.with("Prefer", "continue-on-error").post(ROOT + "$batch", THREE))
            .path("responses");

    assertThat(responses.findValuesAsText("status")).containsExactly("201", "500", "200");
    assertThat(responses.path(2).path("id").asText()).isEqualTo("3");
    assertThat(responses.path(2).path("atomicityGroup").asText()).hasSize(36);
    assertThat(responses.path(2).path("body").path("value").path(0).path("Name").asText())
        .isEqualTo("A");
  }

  @Test
  void takesAHundredRequestsAndNoMore() {
    assertThat(api.post(ROOT + "$batch", reads(100)).statusCode()).isEqualTo(200);
    assertThat(api.post(ROOT + "$batch", reads(101)).statusCode()).isEqualTo(400);
  }

  @Test
  void readsTheMultipartForm() {
    String part = "Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n";
    String body =
        "--b1\r\n"
            + part
            + "GET Account/$count HTTP/1.1\r\nAccept: application/json\r\n\r\n"
            + "--b1\r\nContent-Type: multipart/mixed; boundary=c1\r\n\r\n"
            + "--c1\r\n"
            + part
            + "POST Account HTTP/1.1\r\nContent-Type: application/json\r\n\r\n"
            + "{\"Name\":\"Multi\"}\r\n--c1--\r\n--b1--\r\n";

    HttpResponse<String> answer =
        api.send("POST", ROOT + "$batch", body, "multipart/mixed; boundary=b1");

    assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("multipart");
    assertThat(answer.body()).contains("HTTP/1.1 200").contains("HTTP/1.1 201");
    assertThat(rows("Account", "Name eq 'Multi'")).hasSize(1);
  }

  private static String reads(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{\"id\":\"" + i + "\",\"method\":\"GET\",\"url\":\"Account?$top=1\"}")
        .collect(Collectors.joining(",", "{\"requests\":[", "]}"));
  }
}
