package io.weft.activities.http;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.HttpClients.SentMark;
import io.weft.workflows.record.Side;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Sends one request and reads the whole answer, up to its limit. Closes what it opens. */
final class Transport {
  /** No server is known to take more; a value of 10 kB in a filter would go further. */
  private static final int LONGEST_ADDRESS = 8000;

  private final Side system;
  private final OkHttpClient client;

  Transport(Side system, OkHttpClient client) {
    this.system = system;
    this.client = client;
  }

  Answer send(HttpCall call, @Nullable String bearer) {
    SentMark mark = new SentMark();
    Request request = request(call, bearer, mark);
    try (Response response = client.newCall(request).execute()) {
      return Answer.read(call, response.code(), response.headers(), text(call, response));
    } catch (IOException e) {
      // The cause's message may hold the address with values from the record; its kind is enough.
      String what = call.name() + " got no answer: " + e.getClass().getSimpleName() + hint(e);
      throw new RemoteException.Unavailable(system, call.name(), what, mark.sent(), null, e);
    }
  }

  private static String hint(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.equals("timeout") || message.startsWith("unexpected end of stream")
        ? " (" + message.replaceFirst(" on http.*", "") + ")"
        : "";
  }

  private Request request(HttpCall call, @Nullable String bearer, SentMark mark) {
    int length = call.url().toString().length();
    if (length > LONGEST_ADDRESS) {
      String what = call.name() + ": a value is too long to ask for, the address has " + length;
      throw new RemoteException.Rejected(system, call.name(), what + " characters", null);
    }
    Request.Builder request =
        new Request.Builder().url(call.url()).method(call.method(), body(call));
    request.tag(SentMark.class, mark);
    call.headers().forEach(request::header);
    if (bearer != null) {
      request.header("Authorization", "Bearer " + bearer);
    }
    return request.build();
  }

  private static @Nullable RequestBody body(HttpCall call) {
    byte[] bytes = call.bytes();
    if (bytes == null) {
      return null;
    }
    String type = call.headers().getOrDefault("Content-Type", HttpCall.JSON);
    return RequestBody.create(bytes, MediaType.parse(type));
  }

  private String text(HttpCall call, Response response) throws IOException {
    BufferedSource source = response.body().source();
    if (source.request(call.maxBytes() + 1)) {
      String what = call.name() + " answered more than " + (call.maxBytes() >> 20) + " MB";
      throw new RemoteException.Malformed(system, call.name(), what, null);
    }
    Buffer whole = source.getBuffer();
    return whole.readString(StandardCharsets.UTF_8);
  }
}
