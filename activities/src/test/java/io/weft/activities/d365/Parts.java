package io.weft.activities.d365;

import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;

/** Answers to changesets, as F&amp;O writes them. */
final class Parts {
  private static final String WRITE =
      "Microsoft.Dynamics.Platform.Integration.Services.OData.AxODataWriteException";

  private Parts() {}

  /** One part; headers are whole lines. */
  static String part(@Nullable String id, String status, String body, String... headers) {
    StringBuilder part = new StringBuilder("Content-Type: application/http\r\n");
    part.append("Content-Transfer-Encoding: binary\r\n");
    if (id != null) {
      part.append("Content-ID: ").append(id).append("\r\n");
    }
    part.append("\r\nHTTP/1.1 ").append(status).append("\r\n");
    for (String header : headers) {
      part.append(header).append("\r\n");
    }
    return part.append("OData-Version: 4.0\r\n\r\n").append(body).append("\r\n").toString();
  }

  static String created(@Nullable String id, String number) {
    return part(
        id,
        "201 Created",
        "{\"@odata.context\":\"x\",\"SalesOrderNumber\":\"%s\"}".formatted(number),
        "Content-Type: application/json; odata.metadata=minimal");
  }

  static String changed(@Nullable String id) {
    return part(id, "204 No Content", "");
  }

  static String failed(@Nullable String id, int status, String message) {
    return failed(id, status, WRITE, message);
  }

  static String failed(@Nullable String id, int status, String type, String message) {
    String body =
        "{\"error\":{\"code\":\"\",\"message\":\"An error has occurred.\",\"innererror\":{"
            + "\"message\":\"%s\",\"type\":\"%s\",\"stacktrace\":\"   at Microsoft\"}}}";
    return part(
        id,
        status + " Whatever",
        body.formatted(message, type),
        "Content-Type: application/json; odata.metadata=minimal; charset=utf-8");
  }

  /** The parts in the answer to a changeset. */
  static String text(String... parts) {
    StringBuilder text = new StringBuilder("--batchresponse_55\r\n");
    text.append("Content-Type: multipart/mixed; boundary=\"changesetresponse_56\"\r\n\r\n");
    for (String part : parts) {
      text.append("--changesetresponse_56\r\n").append(part);
    }
    return text.append("--changesetresponse_56--\r\n--batchresponse_55--\r\n").toString();
  }

  static MockResponse answer(String... parts) {
    return mixed(text(parts));
  }

  static MockResponse mixed(String text) {
    return new MockResponse.Builder()
        .code(200)
        .setHeader("Content-Type", "multipart/mixed; boundary=batchresponse_55")
        .body(text)
        .build();
  }
}
