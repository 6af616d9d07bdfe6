package io.weft.activities.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** The parts of a batch's answer, and what is no such answer. */
class MultipartTest {
  private static final String WHOLE =
      """
      --outer
      Content-Type: multipart/mixed; boundary="inner"

      --inner
      Content-Type: application/http
      Content-ID: 1

      HTTP/1.1 201 Created
      Content-Type: application/json
      ETag: W/"1"

      {"Name":"Müller → Łódź"}
      --inner--
      --outer
      Content-Type: application/http

      HTTP/1.1 204 No Content
      Content-ID: 2

      --outer--"""
          .replace("\n", "\r\n");

  private static List<Multipart.Part> parts(String text) {
    HttpCall call =
        HttpCall.get("batch", Kind.SERVICE, HttpUrl.get("https://erp.example/data/$batch"));
    Headers headers = Headers.of("Content-Type", "multipart/mixed; boundary=outer");
    return Multipart.parts(Answer.read(call, 200, headers, text));
  }

  @Test
  void partsAreFoundInsideEachOther() {
    List<Multipart.Part> parts = Objects.requireNonNull(parts(WHOLE));

    assertThat(parts).extracting(Multipart.Part::contentId).containsExactly("1", "2");
    assertThat(parts).extracting(Multipart.Part::status).containsExactly(201, 204);
    assertThat(parts.get(0).body()).isEqualTo("{\"Name\":\"Müller → Łódź\"}");
    assertThat(parts.get(0).headers().get("ETag")).isEqualTo("W/\"1\"");
    assertThat(parts.get(1).body()).isEmpty();
  }

  @Test
  void whatStopsBeforeItsEndIsNotReadAtAll() {
    for (int length = 0; length < WHOLE.length(); length++) {
      assertThat(parts(WHOLE.substring(0, length))).as("the first %d", length).isNull();
    }
  }

  @Test
  void aPartWithoutAStatusSpoilsTheWhole() {
    assertThat(parts(WHOLE.replace("HTTP/1.1 204", "HTTP/1.1"))).isNull();
  }

  @Test
  void whatStandsBeforeAndAfterIsNoPart() {
    assertThat(parts("a word before\r\n" + WHOLE + "\r\nand one after")).hasSize(2);
  }
}
